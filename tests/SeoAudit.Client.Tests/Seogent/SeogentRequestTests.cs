using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Seogent;

public sealed class SeogentRequestTests(SeogentStub stub) : IClassFixture<SeogentStub>
{
    private const string Id = SeogentSamples.Id;
    private const string OddCursor = "a+b/c=d&e f?é#%41";

    private static readonly ScanQuery FullQuery = new() { IssuesOnly = true, MinSeverity = MinSeverity.High, PerPage = 50 };

    private static readonly ScanRequest Request = ScanRequest.ForDomain("example.com", 5);

    private static readonly Dictionary<string, Call> Calls = new(StringComparer.Ordinal)
    {
        ["create"] = new("POST", "/scans", "", SeogentSamples.Created, c => c.StartScanAsync(Request), a => a.CreateScanAsync(Request)),
        ["state"] = new("GET", $"/scans/{Id}", "", SeogentSamples.State, c => c.GetScanStateAsync(Id), a => a.GetScanAsync(Id)),
        ["results"] = new(
            "GET", $"/scans/{Id}/results", "", SeogentSamples.Results, c => c.GetResultsAsync(Id), a => a.GetResultsAsync(Id)),
        ["results, all"] = new(
            "GET",
            $"/scans/{Id}/results",
            "?issues_only=true&min_severity=high&per_page=50&cursor=a%2Bb%2Fc%3Dd%26e%20f%3F%C3%A9%23%2541",
            SeogentSamples.Results,
            c => c.GetResultsAsync(Id, FullQuery, OddCursor),
            a => a.GetResultsAsync(Id, "true", "high", 50, OddCursor)),
        ["report"] = new(
            "GET",
            $"/scans/{Id}/results",
            "?per_page=200",
            SeogentSamples.Results,
            c => c.GetReportAsync(Id, new ScanQuery { PerPage = 200 }),
            a => a.GetResultsAsync(Id, perPage: 200)),
        ["pages"] = new(
            "GET",
            $"/scans/{Id}/results",
            "?min_severity=critical&per_page=1",
            SeogentSamples.Results,
            c => First(c.GetPagesAsync(Id, new ScanQuery { MinSeverity = MinSeverity.Critical, PerPage = 1, Prefetch = false })),
            a => a.GetResultsAsync(Id, minSeverity: "critical", perPage: 1)),
        ["list"] = new("GET", "/scans", "?page=1", SeogentSamples.List, c => First(c.ListScansAsync(prefetch: false)), a => a.ListScansAsync(1)),
        ["list, page"] = new(
            "GET",
            "/scans",
            "?page=3",
            SeogentSamples.List,
            async c => Assert.Single(await FirstPage(c.ListScansAsync(prefetch: false), "3")),
            a => a.ListScansAsync(3)),
        ["cancel"] = new(
            "POST", $"/scans/{Id}/cancel", "", SeogentSamples.Cancelled, c => c.CancelScanAsync(Id), a => a.CancelScanAsync(Id)),
        ["cancel, operation"] = new(
            "POST", $"/scans/{Id}/cancel", "", SeogentSamples.Cancelled, c => c.GetScan(Id).CancelAsync(), a => a.CancelScanAsync(Id)),
        ["domains"] = new("GET", "/domains", "", SeogentSamples.Domains, c => c.ListDomainsAsync(), a => a.ListDomainsAsync()),
        ["credits"] = new("GET", "/credits", "", SeogentSamples.Credits, c => c.GetCreditsAsync(), a => a.GetCreditsAsync()),
    };

    public static MatrixTheoryData<string, string> Cases => new(Calls.Keys, ["", "/"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_client_sends_what_is_documented(string name, string baseSuffix)
    {
        Call call = Calls[name];
        stub.Answer(call.Answer);

        await call.OfClient(stub.Client(baseSuffix));

        Check(call);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_wire_interface_sends_what_is_documented(string name, string baseSuffix)
    {
        Call call = Calls[name];
        stub.Answer(call.Answer);

        await call.OfApi(stub.Api(baseSuffix));

        Check(call);
    }

    [Fact]
    public async Task The_documented_base_address_is_the_default()
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(SeogentSamples.Credits));

        await TestClient.Create(handler).Seogent.GetCreditsAsync();

        Assert.Equal("https://seogent.ai/api/credits", Assert.Single(handler.Requests).Url.AbsoluteUri);
    }

    private static async Task First<T>(AsyncPages<T> pages)
    {
        await foreach (T _ in pages)
        {
            return;
        }
    }

    private static async Task<IReadOnlyList<T>> FirstPage<T>(AsyncPages<T> pages, string cursor)
    {
        await foreach (Page<T> page in pages.AsPages(cursor))
        {
            return page.Items;
        }

        return [];
    }

    private void Check(Call call)
    {
        WireMock.IRequestMessage request = stub.Request;
        Assert.Equal(call.Method, request.Method);
        Assert.Equal(stub.Address + call.Path + call.Query, new Uri(request.Url).AbsoluteUri);
        Assert.Equal(["Bearer " + TestClient.SeogentKey], request.Headers!["Authorization"]);
        Assert.Equal(["application/json"], request.Headers["Accept"]);
        if (call.Method == "POST" && call.Path == "/scans")
        {
            Assert.Equal("application/json; charset=utf-8", Assert.Single(request.Headers["Content-Type"]));
            Assert.Equal("""{"domain":"example.com","max_pages":5}""", request.Body);
        }
        else
        {
            Assert.True(string.IsNullOrEmpty(request.Body));
        }
    }

    private sealed record Call(
        string Method, string Path, string Query, string Answer, Func<ISeogentClient, Task> OfClient, Func<ISeogentApi, Task> OfApi);
}
