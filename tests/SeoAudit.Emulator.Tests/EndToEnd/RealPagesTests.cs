using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.EndToEnd;

/// <summary>The whole of it, as a user starts it: the real clock, real fetches, real audits.</summary>
public sealed class RealPagesTests
{
    [Fact]
    public async Task Seopeek_tells_a_good_page_from_a_poor_one()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
        using HttpClient http = Client(emulator);

        JsonElement good = await GetAsync(http, "seopeek/api/v1/audit?url=" + Uri.EscapeDataString(site.Root.AbsoluteUri));
        JsonElement poor = await GetAsync(http, "seopeek/api/v1/audit?url=" + Uri.EscapeDataString(site.Root + "poor"));

        Assert.True(good.GetProperty("score").GetInt32() > poor.GetProperty("score").GetInt32() + 20);
        Assert.True(good.GetProperty("checks").GetArrayLength() >= 20);
        Assert.Equal("A good page about loopback audits", good.GetProperty("meta").GetProperty("title").GetString());
        using HttpResponseMessage gone = await http.GetAsync(
            new Uri("seopeek/api/v1/audit?url=" + Uri.EscapeDataString(site.Root + "gone"), UriKind.Relative));
        Assert.Equal(502, (int)gone.StatusCode);
        using HttpResponseMessage outside = await http.GetAsync(new Uri("seopeek/api/v1/audit?url=example.com", UriKind.Relative));
        Assert.Equal(400, (int)outside.StatusCode);
    }

    [Fact]
    public async Task Seogent_scans_the_site_behind_its_sitemap()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
        using HttpClient http = Client(emulator, "sk_demo");

        JsonElement created = await PostAsync(
            http,
            "seogent/api/scans",
            $$"""{"domain":"{{site.Root.Authority}}","max_pages":10,"performance_scan":true,"accessibility_scan":true,"link_check":true}""");
        string id = created.GetProperty("scan_id").GetString()!;
        await TestEmulator.UntilAsync(async () =>
            (await GetAsync(http, "seogent/api/scans/" + id)).GetProperty("status").GetString() is "completed");

        JsonElement results = await GetAsync(http, $"seogent/api/scans/{id}/results");
        JsonElement[] pages = [.. results.GetProperty("results").GetProperty("data").EnumerateArray()];
        Assert.Equal(3, pages.Length);
        JsonElement worst = pages[0];
        Assert.EndsWith("/poor", worst.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(worst.GetProperty("accessibility").GetProperty("violations").EnumerateArray());
        Assert.True(worst.GetProperty("performance").GetProperty("ttfb").GetDouble() >= 0);
        JsonElement links = worst.GetProperty("all_checks").EnumerateArray()
            .Single(check => check.GetProperty("key").GetString() is "broken_links");
        Assert.Equal("failed", links.GetProperty("status").GetString());
        Assert.NotEmpty(results.GetProperty("site_checks").GetProperty("checks").EnumerateArray());
        Assert.NotEmpty(results.GetProperty("top_issues").EnumerateArray());
        Assert.Equal(100_000 - 18, (await GetAsync(http, "seogent/api/credits")).GetProperty("balance").GetInt64());
    }

    [Fact]
    public async Task Metricspot_audits_a_page_and_renders_it()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
        using HttpClient http = Client(emulator, "ms_live_0123456789abcdef");

        JsonElement created = await PostAsync(http, "metricspot/api/audits", $$"""{"url":"{{site.Root}}"}""");
        long id = created.GetProperty("audit").GetProperty("id").GetInt64();
        await TestEmulator.UntilAsync(async () => (await GetAsync(http, $"metricspot/api/audits/{id}"))
            .GetProperty("audit").GetProperty("status").GetString() is "completed");

        JsonElement done = await GetAsync(http, $"metricspot/api/audits/{id}");
        Assert.Equal(11, done.GetProperty("audit").GetProperty("raw").GetProperty("module_scores").EnumerateObject().Count());
        Assert.True(done.GetProperty("findings").GetArrayLength() > 20);
        Assert.Equal(
            11,
            done.GetProperty("findings").EnumerateArray()
                .Select(finding => finding.GetProperty("module").GetString()).Distinct(StringComparer.Ordinal).Count());

        JsonElement pdf = await PostAsync(http, $"metricspot/api/audits/{id}/pdf", "{}");
        string file = "metricspot/api/pdfs/" + pdf.GetProperty("pdf").GetProperty("id").GetInt64();
        await TestEmulator.UntilAsync(async () => (await GetAsync(http, file)).GetProperty("pdf").GetProperty("status").GetString() is "ready");
        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        request.Headers.Accept.ParseAdd("application/pdf");
        using HttpResponseMessage response = await http.SendAsync(request);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static HttpClient Client(Uri baseAddress, string? key = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = baseAddress };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    private static async Task<JsonElement> GetAsync(HttpClient http, string path)
    {
        using HttpResponseMessage response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(response);
    }

    private static async Task<JsonElement> PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(response);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {Encoding.UTF8.GetString(body)}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
