using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.MetricSpot;

/// <summary>The calls that every test of audits makes.</summary>
internal static class MetricSpotCalls
{
    public const string Audits = "/metricspot/api/audits";
    public const string Key = TestEmulator.MetricSpotKey;
    public const string OtherKey = "ms_live_ffffffffffffffffffff";

    public static Task<Answer> AuditAsync(this TestEmulator test, string url, string key = Key) =>
        test.PostAsync(Audits, $$"""{"url":"{{url}}"}""", key);

    public static Task<Answer> GetAuditAsync(this TestEmulator test, int id, string key = Key) =>
        test.GetAsync($"{Audits}/{id}", key);

    public static async Task<int> FinishAuditAsync(
        this TestEmulator test, string url = "https://example.com/score/82", string status = "completed", string key = Key)
    {
        Answer created = await test.AuditAsync(url, key);
        Assert.Equal(201, created.Status);
        int id = created.Int("audit", "id");
        await test.AdvanceUntilAsync(async () =>
            string.Equals((await test.GetAuditAsync(id, key)).Text("audit", "status"), status, StringComparison.Ordinal));
        return id;
    }
}
