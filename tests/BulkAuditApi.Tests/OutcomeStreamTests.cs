using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>GET /api/audit/jobs/{id}/outcomes: server-sent events.</summary>
public sealed class OutcomeStreamTests(ScriptedApi scripted)
{
    [Fact]
    public async Task An_outcome_is_told_while_the_job_goes_on()
    {
        string quick = ScriptedApi.Page("score=55");
        string id = await scripted.Client.SubmitAsync(quick, ScriptedApi.Page("hold=live"));
        await using IAsyncEnumerator<SseItem<JsonElement>> events = scripted.Client.EventsAsync(id).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        SseItem<JsonElement> begin = await NextAsync(events);
        Assert.Equal("job", begin.EventType);
        Assert.Equal((id, 2), (begin.Data.GetProperty("job_id").GetString(), begin.Data.GetProperty("total").GetInt32()));
        SseItem<JsonElement> first = await NextOutcomeAsync(events);
        Assert.Equal(("outcome", "1"), (first.EventType, first.EventId));
        Assert.Equal(["completed", "total", "result"], first.Data.NamesOf());
        Assert.Equal((1, 2), (first.Data.GetProperty("completed").GetInt32(), first.Data.GetProperty("total").GetInt32()));
        Assert.Equal(quick, first.Data.GetProperty("result").GetProperty("url").GetString());
        Assert.Equal(["url", "score", "grade", "checks", "meta", "timestamp", "error"], first.Data.GetProperty("result").NamesOf());

        scripted.Service.LetGo("live");
        SseItem<JsonElement> second = await NextOutcomeAsync(events);
        Assert.Equal(("outcome", "2"), (second.EventType, second.EventId));
        SseItem<JsonElement> end = await NextAsync(events);
        Assert.Equal(("end", "completed"), (end.EventType, end.Data.GetProperty("status").GetString()));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task While_nothing_comes_the_job_is_told_of_now_and_then()
    {
        string id = await scripted.Client.SubmitAsync(ScriptedApi.Page("hold=silent"));
        await using IAsyncEnumerator<SseItem<JsonElement>> events = scripted.Client.EventsAsync(id).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal("job", (await NextAsync(events)).EventType);
        SseItem<JsonElement> again;
        do
        {
            again = await NextAsync(events);
            Assert.Equal("job", again.EventType);
        }
        while (again.Data.GetProperty("status").GetString() == "pending");

        Assert.Equal("running", again.Data.GetProperty("status").GetString());

        scripted.Service.LetGo("silent");
        SseItem<JsonElement> first = await NextOutcomeAsync(events);
        Assert.Equal(("outcome", "1"), (first.EventType, first.EventId));
    }

    [Fact]
    public async Task A_reader_that_was_cut_off_goes_on_where_it_was()
    {
        string id = await scripted.Client.SubmitAsync([.. Enumerable.Range(0, 9).Select(static score => ScriptedApi.Page($"score={score}"))]);
        await scripted.Client.WaitForJobAsync(id);
        List<SseItem<JsonElement>> all = await ReadAsync(id, lastEventId: null);
        Assert.Equal(Enumerable.Range(1, 9), all.Select(IdOf));

        for (var seen = 0; seen <= 9; seen++)
        {
            List<SseItem<JsonElement>> rest = await ReadAsync(id, seen.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(all.Skip(seen).Select(static item => (IdOf(item), ScoreOf(item))), rest.Select(static item => (IdOf(item), ScoreOf(item))));
        }
    }

    [Fact]
    public async Task The_end_comes_last_however_soon_the_job_is_done()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            string id = await scripted.Client.SubmitAsync(ScriptedApi.Page(), ScriptedApi.Page());
            List<SseItem<JsonElement>> all = await scripted.Client.EventsAsync(id).ToListAsync(TestContext.Current.CancellationToken);

            Assert.Equal("outcome, outcome, end", string.Join(", ", all.Select(static item => item.EventType).Where(static type => type != "job")));
            Assert.Equal("completed", all[^1].Data.GetProperty("status").GetString());
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999")]
    public async Task An_id_that_was_never_given_is_refused(string lastEventId)
    {
        string id = await scripted.Client.SubmitAsync(ScriptedApi.Page());
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/audit/jobs/{id}/outcomes");
        request.Headers.Add("Last-Event-ID", lastEventId);
        using HttpResponseMessage response = await scripted.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["Last-Event-ID"], (await response.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty("errors").NamesOf());
    }

    [Fact]
    public async Task A_job_that_is_cancelled_ends_the_events()
    {
        string[] pages = ScriptedApi.HeldPages("cancelled-events", 100);
        string id = await scripted.Client.SubmitAsync(pages);
        Task<List<SseItem<JsonElement>>> reading = scripted.Client.EventsAsync(id).ToListAsync(TestContext.Current.CancellationToken).AsTask();
        await Eventually.TrueAsync(() => pages.Any(page => scripted.Service.CountOf(page) == 1), "it was begun");
        using HttpResponseMessage response = await scripted.Client.PostAsync($"/api/audit/jobs/{id}/cancel", content: null, TestContext.Current.CancellationToken);
        await scripted.Service.LetGoOneByOneAsync("cancelled-events", reading);

        SseItem<JsonElement> end = (await reading)[^1];
        Assert.Equal("end", end.EventType);
        Assert.Equal("cancelled", end.Data.GetProperty("status").GetString());
    }

    private static int IdOf(SseItem<JsonElement> item) => int.Parse(item.EventId!, CultureInfo.InvariantCulture);

    private static int ScoreOf(SseItem<JsonElement> item) => item.Data.GetProperty("result").GetProperty("score").GetInt32();

    private static async Task<SseItem<JsonElement>> NextAsync(IAsyncEnumerator<SseItem<JsonElement>> events)
    {
        Assert.True(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        return events.Current;
    }

    private static async Task<SseItem<JsonElement>> NextOutcomeAsync(IAsyncEnumerator<SseItem<JsonElement>> events)
    {
        SseItem<JsonElement> item;
        do
        {
            item = await NextAsync(events);
        }
        while (item.EventType != "outcome");

        return item;
    }

    private async Task<List<SseItem<JsonElement>>> ReadAsync(string id, string? lastEventId) =>
        await scripted.Client.EventsAsync(id, lastEventId).Where(static item => item.EventType == "outcome").ToListAsync(TestContext.Current.CancellationToken);
}
