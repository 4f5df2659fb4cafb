using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Cancellation.Callers;

/// <summary>Reads of all services whose answers repeat, in all their parts, a number in the question.</summary>
internal static partial class NumberedAnswers
{
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"n{number}n");

    /// <summary>The number in an address; null where there is none.</summary>
    public static int? NumberIn(string address) =>
        InAddress().Match(address) is { Success: true } found ? int.Parse(found.ValueSpan[1..^1], CultureInfo.InvariantCulture) : null;

    public static string Results(int number) => $$"""{"scan_id":"{{Name(number)}}","results":{"data":[]} }""";

    public static HttpResponseMessage Answer(Uri asked, int number)
    {
        HttpResponseMessage response = (number % 4) switch
        {
            0 => ScriptedHandler.Json(Answers.SeoPeekAudit(Answers.AuditedPage(asked).AbsoluteUri)),
            1 => ScriptedHandler.Json(Results(number)),
            2 => ScriptedHandler.Json($$$"""{"audit":{"id":"{{{Name(number)}}}","url":"https://example.com","status":"running"}}"""),
            _ => ScriptedHandler.Json($$"""{"message":"{{Name(number)}}"}""", HttpStatusCode.NotFound),
        };
        response.Headers.Add("X-RateLimit-Remaining", number.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    /// <summary>Asks with a number, and looks whether the answer is the one to that.</summary>
    public static async Task AskAsync(ISeoAuditClient client, int number)
    {
        string name = Name(number);
        switch (number % 4)
        {
            case 0:
                SeoPeekAudit audit = await client.SeoPeek.AuditAsync(new Uri($"https://example.com/{name}"));
                Assert.Equal($"https://example.com/{name}", audit.Url);
                Assert.Equal(number, audit.RateLimit!.Remaining);
                break;
            case 1:
                ScanResults results = await client.Seogent.GetResultsAsync(name);
                Assert.Equal(name, results.ScanId);
                Assert.Equal(number, results.RateLimit!.Remaining);
                break;
            case 2:
                MetricSpotAudit found = await client.MetricSpot.GetAuditAsync(name);
                Assert.Equal(name, found.Id);
                Assert.Equal(number, found.RateLimit!.Remaining);
                break;
            default:
                var missing = await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => client.Seogent.GetScanStateAsync(name));
                Assert.Equal(name, missing.ServiceMessage);
                Assert.Equal(number, missing.RateLimit!.Remaining);
                break;
        }
    }

    [GeneratedRegex("n[0-9]+n", RegexOptions.NonBacktracking)]
    private static partial Regex InAddress();
}
