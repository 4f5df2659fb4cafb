using System.Net.Http.Json;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>POST /api/audit/bulk as the guide defines it.</summary>
public sealed class BulkTests(ScriptedApi scripted)
{
    [Fact]
    public async Task Fields_are_those_of_the_guide_in_its_order()
    {
        JsonElement answer = await scripted.Client.BulkAsync(ScriptedApi.Page("title=Chairs&ogTitle=Good+chairs"));

        Assert.Equal(["total", "passed", "failed", "average_score", "results"], answer.NamesOf());
        JsonElement result = answer.GetProperty("results")[0];
        Assert.Equal(["url", "score", "grade", "checks", "meta", "timestamp", "error"], result.NamesOf());
        Assert.Equal(["name", "passed", "message", "value"], result.GetProperty("checks")[0].NamesOf());
        Assert.Equal(["title", "description", "canonical", "ogTitle", "ogDescription", "ogImage"], result.GetProperty("meta").NamesOf());
    }

    [Fact]
    public async Task Values_are_those_that_the_service_gave()
    {
        string page = ScriptedApi.Page("score=91&grade=A&title=Chairs&description=All+of+oak&canonical=https://shop.example/c&ogTitle=T&ogDescription=D&ogImage=I");
        JsonElement result = (await scripted.Client.BulkAsync(page)).GetProperty("results")[0];

        Assert.Equal(page, result.GetProperty("url").GetString());
        Assert.Equal("91", result.GetProperty("score").GetRawText());
        Assert.Equal("A", result.GetProperty("grade").GetString());
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 12, 0, 5, TimeSpan.Zero), result.GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("error").ValueKind);
        JsonElement meta = result.GetProperty("meta");
        Assert.Equal(["Chairs", "All of oak", "https://shop.example/c", "T", "D", "I"], meta.EnumerateObject().Select(static member => member.Value.GetString()!).ToArray());
        JsonElement checks = result.GetProperty("checks");
        Assert.Equal(3, checks.GetArrayLength());
        Assert.Equal("""{"name":"Title Tag","passed":true,"message":"The page has a title.","value":"A title"}""", checks[0].GetRawText());
        Assert.Equal("""{"name":"H1 Heading","passed":false,"message":"The page has no h1.","value":null}""", checks[1].GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_audited_has_score_0_grade_F_and_the_error()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        string page = ScriptedApi.Page("status=404&error=Gone+fishing");
        JsonElement answer = await scripted.Client.BulkAsync(page, ScriptedApi.Page("score=90"));

        JsonElement result = answer.GetProperty("results")[0];
        Assert.Equal(page, result.GetProperty("url").GetString());
        Assert.Equal(0, result.GetProperty("score").GetInt32());
        Assert.Equal("F", result.GetProperty("grade").GetString());
        Assert.Equal("[]", result.GetProperty("checks").GetRawText());
        Assert.All(result.GetProperty("meta").EnumerateObject(), static member => Assert.Equal(JsonValueKind.Null, member.Value.ValueKind));
        Assert.InRange(result.GetProperty("timestamp").GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
        Assert.Contains("Gone fishing", result.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(45, answer.GetProperty("average_score").GetDouble());
    }

    [Fact]
    public async Task A_page_passes_from_70_and_all_others_have_failed()
    {
        JsonElement answer = await scripted.Client.BulkAsync(
            ScriptedApi.Page("score=70"), ScriptedApi.Page("score=69"), ScriptedApi.Page("score=100"), ScriptedApi.Page("status=404"));

        Assert.Equal((4, 2, 2), (answer.GetProperty("total").GetInt32(), answer.GetProperty("passed").GetInt32(), answer.GetProperty("failed").GetInt32()));
    }

    [Theory]
    [InlineData("70.2", 70, 70, 70, 71)]
    [InlineData("70.8", 70, 71, 71, 71)]
    [InlineData("66.7", 100, 100, 0)]
    [InlineData("33.3", 100, 0, 0)]
    // Their average is a little less than 70.35, which only looks like a half.
    [InlineData("70.3", 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 71, 71, 71, 71, 71, 71, 71)]
    public async Task The_average_is_rounded_to_one_decimal_as_Python_does(string expected, params int[] scores)
    {
        JsonElement answer = await scripted.Client.BulkAsync(scores.Select(static score => ScriptedApi.Page($"score={score}")));

        Assert.Equal(expected, answer.GetProperty("average_score").GetRawText());
    }

    [Fact]
    public async Task Results_are_in_the_order_of_the_request_whichever_comes_first()
    {
        string slow = ScriptedApi.Page("hold=order");
        string[] pages = [slow, ScriptedApi.Page(), ScriptedApi.Page(), ScriptedApi.Page()];
        Task<JsonElement> answer = scripted.Client.BulkAsync(pages);
        await Eventually.TrueAsync(() => pages.All(page => scripted.Service.CountOf(page) == 1), "all pages were asked for");
        scripted.Service.LetGo("order");

        Assert.Equal(pages, (await answer).GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("url").GetString()!).ToArray());
    }

    [Fact]
    public async Task A_page_that_comes_twice_is_answered_twice_and_audited_once()
    {
        string page = ScriptedApi.Page("score=64&title=%C3%A4");
        string spelt = page.Replace("https://shop.example/", "HTTPS://SHOP.example:443/", StringComparison.Ordinal).Replace("%C3%A4", "%c3%a4", StringComparison.Ordinal);
        JsonElement answer = await scripted.Client.BulkAsync(page, ScriptedApi.Page("score=100"), page, spelt);

        Assert.Equal(4, answer.GetProperty("total").GetInt32());
        Assert.Equal([64, 100, 64, 64], answer.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("score").GetInt32()));
        Assert.Equal(73, answer.GetProperty("average_score").GetDouble());
        Assert.Equal(1, scripted.Service.CountOf(page));
        Assert.Equal(0, scripted.Service.CountOf(spelt));
    }

    [Fact]
    public async Task Spellings_of_a_page_are_one_audit_even_where_it_fails_and_each_keeps_its_name()
    {
        string page = ScriptedApi.Page("status=404");
        string[] spelt = [page, page + "#top", page.Replace("shop.example/", "shop.example/%2E/", StringComparison.Ordinal), page + "#end"];
        JsonElement results = (await scripted.Client.BulkAsync(spelt)).GetProperty("results");

        Assert.All(results.EnumerateArray(), static result => Assert.Contains("404", result.GetProperty("error").GetString(), StringComparison.Ordinal));
        Assert.Equal(
            spelt.Select(static url => new Uri(url).AbsoluteUri).ToArray(),
            results.EnumerateArray().Select(static result => result.GetProperty("url").GetString()!).ToArray());
        Assert.Single(scripted.Service.Audited, audited => audited.EndsWith(new Uri(page).PathAndQuery, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_address_with_a_password_is_refused_and_leaves_the_one_without_alone(bool isFirst)
    {
        string page = ScriptedApi.Page("score=82");
        string secret = page.Replace("https://", "https://me:word@", StringComparison.Ordinal);
        string[] pages = isFirst ? [secret, page] : [page, secret];
        JsonElement[] results = [.. (await scripted.Client.BulkAsync(pages)).GetProperty("results").EnumerateArray()];

        Assert.Equal(pages, results.Select(static result => result.GetProperty("url").GetString()!).ToArray());
        Assert.Equal(isFirst ? [0, 82] : [82, 0], results.Select(static result => result.GetProperty("score").GetInt32()));
        Assert.Contains("password", results[isFirst ? 0 : 1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (scripted.Service.CountOf(page), scripted.Service.CountOf(secret)));
    }

    [Fact]
    public async Task Audits_serve_from_the_cache_until_it_is_cleared_and_errors_do_not()
    {
        string good = ScriptedApi.Page();
        string bad = ScriptedApi.Page("status=404");
        await scripted.Client.BulkAsync(good, bad);
        await scripted.Client.BulkAsync(good, bad);
        Assert.Equal((1, 2), (scripted.Service.CountOf(good), scripted.Service.CountOf(bad)));

        using HttpResponseMessage cleared = await scripted.Client.DeleteAsync("/api/audit/cache", TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)cleared.StatusCode);
        await scripted.Client.BulkAsync(good);
        Assert.Equal(2, scripted.Service.CountOf(good));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(null, 5)]
    public async Task So_many_audits_are_in_flight_as_the_request_says(int? concurrency, int expected)
    {
        await using ScriptedService service = await ScriptedService.StartAsync();
        await using RunningApi api = await RunningApi.StartAsync(service.Settings());
        string[] urls = [.. Enumerable.Range(0, 12).Select(static _ => ScriptedApi.Page("hold=all"))];
        using HttpContent body = concurrency is { } number ? JsonContent.Create(new { urls, concurrency = number }) : JsonContent.Create(new { urls });
        Task<HttpResponseMessage> answer = api.Client.PostAsync("/api/audit/bulk", body, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => service.Audited.Count == expected, "so many were in flight");
        service.LetGo("all");

        Assert.Equal(12, (await (await answer).JsonAsync()).GetProperty("passed").GetInt32());
        Assert.Equal(expected, service.MostInFlight);
    }
}
