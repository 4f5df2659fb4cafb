using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.SeoPeek;

public sealed class KeyAndQuotaTests
{
    private const string Page = "/seopeek/api/v1/audit?url=https%3A%2F%2Fexample.com";

    [Fact]
    public async Task Fifty_audits_a_day_without_a_key_until_midnight_utc()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        for (int i = 0; i < 50; i++)
            Assert.Equal(200, (await test.GetAsync(Page)).Status);

        Answer refused = await test.GetAsync(Page);
        Assert.Equal(429, refused.Status);
        Assert.Equal(TimeSpan.FromHours(12), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("50", refused.Text("error"), StringComparison.Ordinal);
        Assert.Equal(200, (await test.GetAsync(Page, "seo_other")).Status);

        test.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(429, (await test.GetAsync(Page)).Status);
        test.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await test.GetAsync(Page)).Status);
    }

    [Theory]
    [InlineData(SeoPeekEmulatorPlan.Free, 50)]
    [InlineData(SeoPeekEmulatorPlan.Starter, 1_000)]
    public async Task A_plan_decides_the_quota(SeoPeekEmulatorPlan plan, int quota)
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.SeoPeek.Keys["seo_known"] = plan);
        int[] statuses = await Task.WhenAll(
            Enumerable.Range(0, quota + 5).Select(async _ => (await test.GetAsync(Page, "seo_known")).Status));

        Assert.Equal(quota, statuses.Count(status => status == 200));
        Assert.Equal(5, statuses.Count(status => status == 429));
        Assert.Equal(quota, test.Emulator.Ledger.CreationsOf(EmulatedService.SeoPeek).Count);
    }

    [Fact]
    public async Task A_failed_audit_costs_nothing()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.SeoPeek.DailyQuota = 1);

        Assert.Equal(502, (await test.GetAsync("/seopeek/api/v1/audit?url=unreachable.example")).Status);
        Assert.Equal(200, (await test.GetAsync(Page)).Status);
        Assert.Equal(429, (await test.GetAsync(Page)).Status);
    }

    [Theory]
    [InlineData("sk_wrong")]
    [InlineData("seo_")]
    [InlineData("seo_with space")]
    public async Task A_key_of_another_form_is_refused(string key)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Page.TrimStart('/'));
        request.Headers.TryAddWithoutValidation("x-api-key", key);

        using HttpResponseMessage response = await test.Http.SendAsync(request);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task With_a_fixed_list_other_keys_are_refused()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options =>
        {
            options.SeoPeek.AcceptAnyWellFormedKey = false;
            options.SeoPeek.Keys["seo_known"] = SeoPeekEmulatorPlan.Pro;
        });

        Assert.Equal(200, (await test.GetAsync(Page, "seo_known")).Status);
        Assert.Equal(401, (await test.GetAsync(Page, "seo_unknown")).Status);
    }

    [Fact]
    public async Task A_new_key_works_on_the_free_plan()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.SeoPeek.AcceptAnyWellFormedKey = false);

        Answer created = await test.PostAsync("/seopeek/api/v1/keys", """{"email":"ann@example.com"}""");

        Assert.Equal(201, created.Status);
        Assert.Equal(["apiKey", "plan", "limit"], Answer.Names(created.Json));
        Assert.StartsWith("seo_", created.Text("apiKey"), StringComparison.Ordinal);
        Assert.Equal("free", created.Text("plan"));
        Assert.Equal("50 audits/day", created.Text("limit"));
        Assert.Equal(200, (await test.GetAsync(Page, created.Text("apiKey"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"email":7}""")]
    [InlineData("""{"email":"ann"}""")]
    [InlineData("""{"email":"ann@"}""")]
    [InlineData("""{"email":"@example.com"}""")]
    [InlineData("""{"email":"a b@example.com"}""")]
    [InlineData("""{"email":"a@b@example.com"}""")]
    [InlineData("""{"email":"a@example"}""")]
    public async Task A_bad_email_gets_no_key(string body)
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer answer = await test.PostAsync("/seopeek/api/v1/keys", body);

        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Text("error"));
    }
}
