using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Pages;

public sealed class ModuleScorePlaceTests
{
    [Theory]
    [InlineData("""{"audit":{"id":1,"url":"https://example.com/","status":"completed","raw":{"module_scores":{"onpage":7}},"module_scores":{"onpage":8}},"module_scores":{"onpage":9}}""", 7d)]
    [InlineData("""{"audit":{"id":1,"url":"https://example.com/","status":"completed","module_scores":{"onpage":8}},"module_scores":{"onpage":9}}""", 8d)]
    [InlineData("""{"audit":{"id":1,"url":"https://example.com/","status":"completed"},"module_scores":{"onpage":9}}""", 9d)]
    [InlineData("""{"audit":{"id":1,"url":"https://example.com/","status":"completed"}}""", null)]
    public async Task Module_scores_are_found_in_each_likely_place(string answer, double? expected)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(answer));

        MetricSpotAudit audit = await TestClient.Create(handler).MetricSpot.GetAuditAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(expected, audit.ModuleScores.TryGetValue("onpage", out double score) ? score : null);
    }
}
