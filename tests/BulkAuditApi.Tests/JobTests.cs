using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>Jobs as the guide defines them, and what is more here.</summary>
public sealed class JobTests(ScriptedApi scripted)
{
    [Fact]
    public async Task A_job_is_taken_with_202_an_id_and_where_to_poll()
    {
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/async", ScriptedApi.Page(), ScriptedApi.Page());
        JsonElement taken = await response.JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal(["job_id", "status", "total_urls", "message"], taken.NamesOf());
        string id = taken.GetProperty("job_id").GetString()!;
        Assert.True(Guid.TryParseExact(id, "D", out _));
        Assert.Equal("pending", taken.GetProperty("status").GetString());
        Assert.Equal(2, taken.GetProperty("total_urls").GetInt32());
        Assert.Equal($"Audit queued. Poll /api/audit/jobs/{id}", taken.GetProperty("message").GetString());
        Assert.Equal($"/api/audit/jobs/{id}", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Its_result_is_null_while_it_runs_and_then_that_of_bulk()
    {
        string[] pages = [ScriptedApi.Page("score=50&hold=result"), ScriptedApi.Page("score=71"), ScriptedApi.Page("status=404")];
        string id = await scripted.Client.SubmitAsync(pages);
        JsonElement running = await scripted.Client.WaitForJobAsync(id, "running");
        Assert.Equal(["job_id", "status", "result"], running.NamesOf());
        Assert.Equal(JsonValueKind.Null, running.GetProperty("result").ValueKind);

        scripted.Service.LetGo("result");
        JsonElement result = (await scripted.Client.WaitForJobAsync(id)).GetProperty("result");

        Assert.Equal(["total", "passed", "failed", "average_score", "results"], result.NamesOf());
        Assert.Equal((3, 1, 2), (result.GetProperty("total").GetInt32(), result.GetProperty("passed").GetInt32(), result.GetProperty("failed").GetInt32()));
        Assert.Equal(40.3, result.GetProperty("average_score").GetDouble());
        Assert.Equal(pages, result.GetProperty("results").EnumerateArray().Select(static page => page.GetProperty("url").GetString()!).ToArray());
        Assert.Equal(["url", "score", "grade", "checks", "meta", "timestamp", "error"], result.GetProperty("results")[2].NamesOf());
    }

    [Fact]
    public async Task Only_the_answer_of_a_job_that_has_ended_is_kept_and_stays_the_same()
    {
        string id = await scripted.Client.SubmitAsync(ScriptedApi.Page("hold=cached"), ScriptedApi.Page("status=404"));
        await scripted.Client.WaitForJobAsync(id, "running");
        using HttpResponseMessage running = await GetAsync(id);
        Assert.Null(running.Headers.Age);

        scripted.Service.LetGo("cached");
        string first = (await scripted.Client.WaitForJobAsync(id)).GetRawText();
        using HttpResponseMessage kept = await GetAsync(id);

        Assert.NotNull(kept.Headers.Age);
        Assert.Equal(first, (await kept.JsonAsync()).GetRawText());
    }

    [Fact]
    public async Task One_reader_that_leaves_takes_the_answer_from_no_other()
    {
        string id = await scripted.Client.SubmitAsync(Enumerable.Range(0, 200).Select(static _ => ScriptedApi.Page()));
        await scripted.Client.WaitForJobAsync(id);
        for (var round = 0; round < 20; round++)
        {
            string path = $"{id}?round={round}";
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            Task first = scripted.Client.GetAsync($"/api/audit/jobs/{path}", leaving.Token);
            Task<HttpResponseMessage>[] others = [GetAsync(path), GetAsync(path), GetAsync(path)];
            await Task.Delay(round % 10, TestContext.Current.CancellationToken);
            await leaving.CancelAsync();
            await first.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            foreach (Task<HttpResponseMessage> other in others)
            {
                using HttpResponseMessage answer = await other;
                Assert.Equal(200, (await answer.JsonAsync()).GetProperty("result").GetProperty("total").GetInt32());
            }
        }
    }

    [Fact]
    public async Task A_page_that_comes_twice_counts_once_in_a_job()
    {
        string page = ScriptedApi.Page();
        using HttpResponseMessage response = await scripted.Client.PostAsync("/api/audit/async", page, page);
        JsonElement taken = await response.JsonAsync(HttpStatusCode.Accepted);
        JsonElement job = await scripted.Client.WaitForJobAsync(taken.GetProperty("job_id").GetString()!);

        Assert.Equal((2, 1), (taken.GetProperty("total_urls").GetInt32(), job.GetProperty("result").GetProperty("total").GetInt32()));
    }

    [Theory]
    [InlineData("/api/audit/jobs/4f6c1c0e-3b0d-4a6f-9f0e-6a7c1d2b3e4f")]
    [InlineData("/api/audit/jobs/4f6c1c0e-3b0d-4a6f-9f0e-6a7c1d2b3e4f/outcomes")]
    public async Task An_unknown_job_is_404_and_not_found(string path)
    {
        using HttpResponseMessage response = await scripted.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("Job not found", (await response.JsonAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/api/audit/jobs/7")]
    [InlineData("/api/audit/jobs/..%2F..%2Fsecret")]
    public async Task What_is_no_id_is_404_with_a_problem(string path)
    {
        using HttpResponseMessage response = await scripted.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(404, (await response.JsonAsync(HttpStatusCode.NotFound)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_cancelled_job_begins_nothing_more_and_shows_what_was_paid_for()
    {
        string[] pages = ScriptedApi.HeldPages("cancel", 100);
        string id = await scripted.Client.SubmitAsync(pages);
        await Eventually.TrueAsync(() => pages.Count(page => scripted.Service.CountOf(page) == 1) == 5, "five were in flight");

        using HttpResponseMessage response = await scripted.Client.PostAsync($"/api/audit/jobs/{id}/cancel", content: null, TestContext.Current.CancellationToken);
        JsonElement cancelling = await response.JsonAsync(HttpStatusCode.Accepted);
        Assert.True(cancelling.GetProperty("is_cancelling").GetBoolean());
        Task<JsonElement> ending = scripted.Client.WaitForJobAsync(id, "cancelled");
        await scripted.Service.LetGoOneByOneAsync("cancel", ending);
        JsonElement job = await ending;

        int paid = pages.Count(page => scripted.Service.CountOf(page) == 1);
        Assert.Equal(paid, job.GetProperty("result").GetProperty("total").GetInt32());
        Assert.InRange(paid, 5, 99);

        using HttpResponseMessage again = await scripted.Client.PostAsync($"/api/audit/jobs/{id}/cancel", content: null, TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", (await again.JsonAsync(HttpStatusCode.Accepted)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Cancelling_an_unknown_job_is_404()
    {
        using HttpResponseMessage response = await scripted.Client.PostAsync(
            "/api/audit/jobs/4f6c1c0e-3b0d-4a6f-9f0e-6a7c1d2b3e4f/cancel", content: null, TestContext.Current.CancellationToken);
        Assert.Equal("Job not found", (await response.JsonAsync(HttpStatusCode.NotFound)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_list_has_the_latest_first()
    {
        string earlier = await scripted.Client.SubmitAsync(ScriptedApi.Page());
        string later = await scripted.Client.SubmitAsync(ScriptedApi.Page(), ScriptedApi.Page("status=404"));
        await scripted.Client.WaitForJobAsync(later);
        JsonElement jobs = (await scripted.Client.GetFromJsonAsync<JsonElement>("/api/audit/jobs?limit=100", TestContext.Current.CancellationToken)).GetProperty("jobs");

        List<string> ids = [.. jobs.EnumerateArray().Select(static job => job.GetProperty("job_id").GetString()!)];
        Assert.True(ids.IndexOf(later) < ids.IndexOf(earlier));
        JsonElement job = jobs[ids.IndexOf(later)];
        Assert.Equal(
            ["job_id", "status", "total", "completed", "passed", "errors", "not_attempted", "is_cancelling", "submitted_at", "started_at", "ended_at", "paused_until", "error"],
            job.NamesOf());
        Assert.Equal((2, 2, 1, 1), (job.GetProperty("total").GetInt32(), job.GetProperty("completed").GetInt32(), job.GetProperty("passed").GetInt32(), job.GetProperty("errors").GetInt32()));
        JsonElement one = await scripted.Client.GetFromJsonAsync<JsonElement>("/api/audit/jobs?limit=1", TestContext.Current.CancellationToken);
        Assert.Equal(1, one.GetProperty("jobs").GetArrayLength());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("many")]
    public async Task The_list_is_not_longer_than_it_may_be(string limit)
    {
        using HttpResponseMessage response = await scripted.Client.GetAsync($"/api/audit/jobs?limit={limit}", TestContext.Current.CancellationToken);
        Assert.Contains("limit", (await response.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetRawText(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string id) => scripted.Client.GetAsync($"/api/audit/jobs/{id}", TestContext.Current.CancellationToken);
}
