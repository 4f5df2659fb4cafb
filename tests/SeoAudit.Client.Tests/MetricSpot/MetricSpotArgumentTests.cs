using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotArgumentTests : IDisposable
{
    private static readonly Dictionary<string, Func<IMetricSpotClient, string, Task>> ById = new(StringComparer.Ordinal)
    {
        ["audit"] = static (client, id) => client.GetAuditAsync(id),
        ["audit operation"] = static (client, id) => Task.FromResult(client.GetAuditOperation(id)),
        ["queue pdf"] = static (client, id) => client.QueuePdfAsync(id),
        ["pdf"] = static (client, id) => client.GetPdfAsync(id),
        ["pdf operation"] = static (client, id) => Task.FromResult(client.GetPdfOperation(id)),
        ["pdf file"] = static (client, id) => client.DownloadPdfAsync(id),
        ["traffic"] = static (client, id) => client.GetOrganicTrafficAsync(id),
    };

    private readonly StubbedClient _stub = new();

    public static TheoryData<string> Methods => [.. ById.Keys];

    public void Dispose() => _stub.Dispose();

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task An_id_must_be_able_to_stand_in_a_path(string method)
    {
        string[] ids = ["", " ", ".", "..", "../x", "a/b", "a\\b", "?", "a?b", "#", "%2e%2e", "1 2", "1\r\n", "é", new string('1', 201)];
        foreach (string id in ids)
        {
            var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => ById[method](_stub.MetricSpot, id));
            Assert.EndsWith("id", exception.ParamName, StringComparison.OrdinalIgnoreCase);
        }

        await Assert.ThrowsAsync<ArgumentNullException>(() => ById[method](_stub.MetricSpot, null!));
        Assert.Empty(_stub.Service.Requests);
    }

    [Theory]
    [InlineData("relative/path")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("https://user:secret@example.com/")]
    public async Task A_page_must_be_absolute_http_without_user_information(string page)
    {
        var url = new Uri(page, UriKind.RelativeOrAbsolute);

        await Assert.ThrowsAsync<ArgumentException>(() => _stub.MetricSpot.QueueAuditAsync(url));
        await Assert.ThrowsAsync<ArgumentException>(() => _stub.MetricSpot.RunAnonymousAuditAsync(url));

        Assert.Empty(_stub.Service.Requests);
    }

    [Fact]
    public async Task A_page_of_2000_characters_is_the_longest()
    {
        _stub.Service.Answer(MetricSpotSample.Queued, status: 201);
        string longest = "https://example.com/".PadRight(2000, 'a');

        await Assert.ThrowsAsync<ArgumentException>(() => _stub.MetricSpot.QueueAuditAsync(new Uri(longest + "a")));
        await Assert.ThrowsAsync<ArgumentException>(() => _stub.MetricSpot.RunAnonymousAuditAsync(new Uri(longest + "a")));
        Assert.Empty(_stub.Service.Requests);

        await _stub.MetricSpot.QueueAuditAsync(new Uri(longest));
        Assert.Contains(longest, _stub.Service.Request.Body, StringComparison.Ordinal);
    }
}
