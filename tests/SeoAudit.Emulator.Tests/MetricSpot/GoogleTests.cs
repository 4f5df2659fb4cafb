using System.Text;
using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.MetricSpot;

public sealed class GoogleTests
{
    [Theory]
    [InlineData(GoogleConnection.NotConnected, """{"connected":false}""")]
    [InlineData(GoogleConnection.NotLinked, """{"connected":true,"linked":false}""")]
    public async Task Without_data_the_answer_is_short(GoogleConnection connection, string expected)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.MetricSpot.Google = connection);

        Answer answer = await GoogleAsync(test);

        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task The_snapshot_has_every_documented_field_and_stays_the_same()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer answer = await GoogleAsync(test);
        Answer again = await test.GetAsync($"{MetricSpotCalls.Audits}/{Assert.Single(test.Emulator.Ledger.Creations).Id}/google", MetricSpotCalls.Key);

        Assert.Equal(["connected", "linked", "ga4", "gsc"], Answer.Names(answer.Json));
        Assert.Equal(["sessions_28d", "daily_sessions", "top_pages"], Answer.Names(answer["ga4"]));
        JsonElement daily = answer.At("ga4", "daily_sessions");
        Assert.Equal(28, daily.GetArrayLength());
        Assert.Equal(answer.Int("ga4", "sessions_28d"), daily.EnumerateArray().Sum(day => day.GetInt32()));
        Assert.Equal(["path", "sessions"], Answer.Names(answer.At("ga4", "top_pages")[0]));
        Assert.Equal(["query", "clicks", "impressions"], Answer.Names(answer.At("gsc", "top_queries")[0]));
        Assert.True(answer.Int("gsc", "indexing", "pages_count_28d") > 0);
        Assert.Equal(answer.Body, again.Body);
    }

    [Theory]
    [InlineData(MetricSpotEmulatorPlan.Starter, GoogleConnection.Linked)]
    [InlineData(MetricSpotEmulatorPlan.Free, GoogleConnection.Linked)]
    [InlineData(MetricSpotEmulatorPlan.Pro, GoogleConnection.MissingScope)]
    public async Task Other_plans_and_missing_scopes_are_forbidden(MetricSpotEmulatorPlan plan, GoogleConnection connection)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.MetricSpot.DefaultPlan = plan;
            options.MetricSpot.Google = connection;
        });

        Answer answer = await GoogleAsync(test);

        Assert.Equal(403, answer.Status);
        Assert.Equal("FORBIDDEN", answer.Text("code"));
    }

    private static async Task<Answer> GoogleAsync(TestEmulator test)
    {
        int id = await test.FinishAuditAsync();
        return await test.GetAsync($"{MetricSpotCalls.Audits}/{id}/google", MetricSpotCalls.Key);
    }
}
