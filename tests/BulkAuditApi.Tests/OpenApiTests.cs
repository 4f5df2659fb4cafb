using System.Net.Http.Json;
using System.Text.Json;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

public sealed class OpenApiTests(ScriptedApi scripted)
{
    private static readonly string[] Operations =
    [
        "delete /api/audit/cache", "get /api/audit/jobs", "get /api/audit/jobs/{job_id}", "get /api/audit/jobs/{job_id}/outcomes",
        "post /api/audit/async", "post /api/audit/bulk", "post /api/audit/export", "post /api/audit/jobs/{job_id}/cancel",
    ];

    [Fact]
    public async Task The_document_has_every_endpoint_with_a_name_and_a_summary()
    {
        JsonElement document = await ReadAsync();

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bulk SEO Audit API", document.GetProperty("info").GetProperty("title").GetString());
        string[] operations = [.. document.GetProperty("paths").EnumerateObject()
            .SelectMany(static path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}")).Order(StringComparer.Ordinal)];
        Assert.Equal(Operations, operations);
        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(static path => path.Value.EnumerateObject()),
            static operation =>
            {
                Assert.NotEmpty(operation.Value.GetProperty("operationId").GetString()!);
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            });
    }

    [Fact]
    public async Task The_request_says_what_is_allowed()
    {
        JsonElement request = Schema(await ReadAsync(), "BulkAuditRequest");

        Assert.Equal(["urls"], request.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!).ToArray());
        JsonElement urls = request.GetProperty("properties").GetProperty("urls");
        Assert.Equal(("array", 1, 200), (urls.GetProperty("type").GetString(), urls.GetProperty("minItems").GetInt32(), urls.GetProperty("maxItems").GetInt32()));
        JsonElement concurrency = request.GetProperty("properties").GetProperty("concurrency");
        Assert.Equal(
            ("integer", 1, 20, 5),
            (concurrency.GetProperty("type").GetString(), concurrency.GetProperty("minimum").GetInt32(), concurrency.GetProperty("maximum").GetInt32(), concurrency.GetProperty("default").GetInt32()));
        Assert.Equal("""["json","csv"]""", Compact(Schema(await ReadAsync(), "ExportFormat").GetProperty("enum")));
        Assert.Equal("""["pending","running","completed","failed","cancelled"]""", Compact(Schema(await ReadAsync(), "JobStatus").GetProperty("enum")));
    }

    [Fact]
    public async Task The_answers_have_the_fields_that_are_really_sent()
    {
        JsonElement document = await ReadAsync();
        JsonElement answer = await scripted.Client.BulkAsync(ScriptedApi.Page());
        JsonElement result = answer.GetProperty("results")[0];

        Assert.Equal(answer.NamesOf(), Schema(document, "BulkAuditResponse").GetProperty("properties").NamesOf());
        Assert.Equal(result.NamesOf(), Schema(document, "AuditResult").GetProperty("properties").NamesOf());
        Assert.Equal(result.GetProperty("checks")[0].NamesOf(), Schema(document, "AuditCheck").GetProperty("properties").NamesOf());
        Assert.Equal(result.GetProperty("meta").NamesOf(), Schema(document, "PageMeta").GetProperty("properties").NamesOf());
    }

    [Theory]
    [InlineData("/api/audit/bulk", "post", "200", "422")]
    [InlineData("/api/audit/export", "post", "200", "422")]
    [InlineData("/api/audit/async", "post", "202", "422")]
    [InlineData("/api/audit/jobs", "get", "200", "422")]
    [InlineData("/api/audit/jobs/{job_id}", "get", "200", "404")]
    [InlineData("/api/audit/jobs/{job_id}/outcomes", "get", "200", "404", "422")]
    [InlineData("/api/audit/jobs/{job_id}/cancel", "post", "202", "404")]
    public async Task The_statuses_are_those_that_are_sent(string path, string method, params string[] statuses)
    {
        JsonElement responses = (await ReadAsync()).GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses");
        Assert.Equal(statuses, responses.NamesOf().Order(StringComparer.Ordinal).ToArray());
    }

    private static JsonElement Schema(JsonElement document, string name) => document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private Task<JsonElement> ReadAsync() => scripted.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);
}
