using System.Text.Json;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Sarif;

public sealed class SarifLocationTests
{
    [Theory]
    [InlineData("https://example.com", "example.com/")]
    [InlineData("https://example.com/a/b?x=1&y=%20#part", "example.com/a/b?x=1&y=%20")]
    [InlineData("http://localhost:8080/", "localhost%3A8080/")]
    [InlineData("http://[::1]:5000/a", "%5B%3A%3A1%5D%3A5000/a")]
    [InlineData("https://example.com/a[1]", "example.com/a%5B1%5D")]
    [InlineData("https://user:secret@example.com/", "example.com/")]
    [InlineData("https://b\u00fccher.example/\u00e4", "b%C3%BCcher.example/%C3%A4")]
    public async Task A_page_is_found_at_its_address_without_the_scheme(string url, string uri)
    {
        JsonElement place = Assert.Single((await SarifReport.RunAsync([Fails(url)])).Results()).Place();

        Assert.Equal(uri, place.Text("uri"));
        Assert.False(place.TryGetProperty("uriBaseId", out _));
        Assert.False(Uri.TryCreate(uri, UriKind.Absolute, out _));
        Assert.True(Uri.IsWellFormedUriString(uri, UriKind.Relative));
    }

    [Fact]
    public async Task A_page_that_comes_from_a_file_is_found_there()
    {
        JsonElement run = await SarifReport.RunAsync(
            [Fails("https://example.com/about"), Fails("https://example.com/other"), Fails("https://example.com/none")],
            new SarifReportOptions
            {
                SourceFile = static page => page.AbsolutePath switch
                {
                    "/about" => @"\src\pages\about us.html",
                    "/none" => "/",
                    _ => null,
                },
            });

        Assert.Equal("""{"uri":"src/pages/about%20us.html","uriBaseId":"%SRCROOT%"}""", run.Results()[0].Place().GetRawText());
        Assert.Equal("example.com/other", run.Results()[1].Place().Text("uri"));
        Assert.Equal("example.com/none", run.Results()[2].Place().Text("uri"));
        Assert.True(run.At("originalUriBaseIds").TryGetProperty("%SRCROOT%", out _));
    }

    [Fact]
    public async Task Without_files_there_is_no_root_of_them() =>
        Assert.False((await SarifReport.RunAsync([Fails("https://example.com/")])).TryGetProperty("originalUriBaseIds", out _));

    [Fact]
    public async Task What_the_mapping_throws_comes_out() => await Assert.ThrowsAsync<InvalidTimeZoneException>(() => SarifReport.RunAsync(
        [Fails("https://example.com/")], new SarifReportOptions { SourceFile = static _ => throw new InvalidTimeZoneException() }));

    [Fact]
    public async Task A_result_is_told_from_others_by_page_rule_and_count()
    {
        JsonElement[] results = (await SarifReport.RunAsync(
        [
            Outcomes.Audited("https://example.com/a", 1, 0, Outcomes.Fails("A"), Outcomes.Fails("B"), Outcomes.Fails("A")),
            Outcomes.Audited("https://example.com/b", 1, 0, Outcomes.Fails("A")),
            Outcomes.Audited("https://example.com/b?x", 1, 0, Outcomes.Fails("A")),
        ])).Results();

        Assert.Equal(5, results.Select(static result => result.Fingerprint()).Distinct(StringComparer.Ordinal).Count());
        Assert.EndsWith(":1", results[0].Fingerprint(), StringComparison.Ordinal);
        Assert.Equal(results[0].Fingerprint()[..^1] + "2", results[2].Fingerprint());
    }

    [Fact]
    public async Task The_same_result_is_known_again_whatever_comes_before_it_and_whatever_it_says()
    {
        JsonElement[] first = (await SarifReport.RunAsync([Fails("https://example.com/a")])).Results();
        JsonElement[] second = (await SarifReport.RunAsync(
        [
            Outcomes.Audited("https://example.com/z", 1, 0, Outcomes.Fails("Z")),
            Outcomes.Audited("https://example.com/a", 55, 1, Outcomes.Fails("Title", "critical") with { Message = "Other words" }),
        ])).Results();

        Assert.Equal(first[0].Fingerprint(), second[1].Fingerprint());
        Assert.Equal(first[0].Fingerprint(), first[0].Text("partialFingerprints", "pageAndRule/v1"));
    }

    [Fact]
    public async Task With_files_it_is_known_again_at_another_host()
    {
        var options = new SarifReportOptions { SourceFile = static _ => "src/index.html" };

        JsonElement[] results = (await SarifReport.RunAsync([Fails("https://preview-1.example.com/a"), Fails("https://preview-2.example.com/a"), Fails("https://preview-1.example.com/b")], options)).Results();

        Assert.Equal(results[0].Fingerprint(), results[1].Fingerprint());
        Assert.NotEqual(results[0].Fingerprint(), results[2].Fingerprint(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_password_in_an_address_is_not_shown() => Assert.DoesNotContain(
        "secret", (await SarifReport.RunAsync([Fails("https://user:secret@example.com/a"), Outcomes.Failed("https://user:secret@example.com/b")])).GetRawText(), StringComparison.Ordinal);

    private static PageAuditOutcome Fails(string url) => Outcomes.Audited(url, 1, 0, Outcomes.Fails("Title"));
}
