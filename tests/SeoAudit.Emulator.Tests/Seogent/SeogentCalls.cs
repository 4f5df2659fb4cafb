using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Seogent;

/// <summary>The calls that every test of scans makes.</summary>
internal static class SeogentCalls
{
    public const string Scans = "/seogent/api/scans";
    public const string Token = TestEmulator.SeogentToken;

    public static Task<Answer> CreateAsync(this TestEmulator test, string body, string token = Token) =>
        test.PostAsync(Scans, body, token);

    public static async Task<string> StartScanAsync(this TestEmulator test, string body, string token = Token)
    {
        Answer created = await test.CreateAsync(body, token);
        Assert.Equal(201, created.Status);
        return created.Text("scan_id");
    }

    public static Task<Answer> StatusAsync(this TestEmulator test, string id, string token = Token) =>
        test.GetAsync($"{Scans}/{id}", token);

    public static Task<Answer> ResultsAsync(this TestEmulator test, string id, string query = "", string token = Token) =>
        test.GetAsync($"{Scans}/{id}/results{query}", token);

    public static async Task<string> FinishScanAsync(this TestEmulator test, string body, string status = "completed")
    {
        string id = await test.StartScanAsync(body);
        await test.AdvanceUntilAsync(
            async () => string.Equals((await test.StatusAsync(id)).Text("status"), status, StringComparison.Ordinal), TimeSpan.FromSeconds(1));
        return id;
    }

    public static string UrlsBody(params int[] scores) =>
        "{\"urls\":[" + string.Join(',', scores.Select((score, index) => $"\"https://example.com/score/{score}/{index}\"")) + "]}";
}
