using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Json;

public sealed class SchemaTests
{
    private static readonly EvaluationOptions Draft = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private static readonly JsonSchema Report = Build(ReportSchemas.Json, isStrict: false);
    private static readonly JsonSchema Page = Build(ReportSchemas.JsonLines, isStrict: false);
    private static readonly JsonSchema StrictReport = Build(ReportSchemas.Json, isStrict: true);
    private static readonly JsonSchema StrictPage = Build(ReportSchemas.JsonLines, isStrict: true);

    private static PageAuditOutcome[] Hostile =>
    [
        FullOutcomes.Audited,
        Outcomes.Of(new PageAudit { Url = FullOutcomes.Url, Service = AuditService.MetricSpot, Score = double.NaN }),
        Outcomes.Of(FullOutcomes.Audit with
        {
            Score = -5,
            Grade = new Grade("\0\ud800</script>"),
            Checks = [new PageCheck { Name = "\"\\\u2028", Status = new CheckStatus("\udc00"), Weight = double.NaN, Message = null! }],
            Metadata = new PageMetadata { Title = "\u202E\ud83d", Description = new string('"', 10_000) },
            CoreWebVitals = new CoreWebVitals { Lcp = TimeSpan.MaxValue, Inp = TimeSpan.MinValue, Cls = double.Epsilon },
            AuditedAt = DateTimeOffset.MaxValue,
        }) with { Credits = double.NaN },
        PageAuditOutcome.Failed(new Uri("/no address", UriKind.Relative), new SeoAuditValidationException("\ud800")
        {
            FieldErrors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["\ud800"] = ["\udc00"] },
        }),
        .. FullOutcomes.OfEveryError(),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Json_reports_are_valid(bool guideOnly)
    {
        string report = await Written.TextAsync(ReportFormat.Json, Options(guideOnly), Hostile);

        AssertValid(Report, report);
        AssertValid(StrictReport, report);
        AssertValid(Report, await Written.TextAsync(ReportFormat.Json, Options(guideOnly)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Json_lines_are_valid(bool guideOnly)
    {
        string report = await Written.TextAsync(ReportFormat.JsonLines, Options(guideOnly), Hostile);

        foreach (string line in report.Split('\n')[..^1])
        {
            AssertValid(Page, line);
            AssertValid(StrictPage, line);
        }
    }

    [Theory]
    [InlineData("/results/0", "url")]
    [InlineData("/results/0", "error")]
    [InlineData("/results/0", "status")]
    [InlineData("/results/0/checks/0", "passed")]
    [InlineData("/results/0/checks/0", "key")]
    [InlineData("/results/0/meta", "ogImage")]
    [InlineData("/results/0/core_web_vitals", "lcp_ms")]
    [InlineData("/results/1/error_details", "kind")]
    [InlineData("/results/1/error_details/rate_limit", "retry_at")]
    [InlineData("", "total")]
    [InlineData("", "created_at")]
    public async Task What_lacks_a_member_is_not_valid(string at, string member)
    {
        JsonNode report = await ReportAsync();
        AssertValid(Report, report.ToJsonString());

        Assert.True(((JsonObject)Find(report, at)).Remove(member));

        Assert.False(IsValid(Report, report.ToJsonString()));
    }

    [Theory]
    [InlineData("", "total", "\"3\"")]
    [InlineData("", "format", "\"other\"")]
    [InlineData("", "version", "0")]
    [InlineData("/results/0", "score", "\"87\"")]
    [InlineData("/results/0", "status", "\"lost\"")]
    [InlineData("/results/0", "error", "\"No.\"")]
    [InlineData("/results/1", "score", "50")]
    [InlineData("/results/1", "checks", "[{\"name\":\"x\",\"passed\":true,\"message\":\"\",\"value\":null}]")]
    [InlineData("/results/0", "timestamp", "\"yesterday\"")]
    [InlineData("/results/0/meta", "title", "1")]
    public async Task What_has_a_wrong_value_is_not_valid(string at, string member, string value)
    {
        JsonNode report = await ReportAsync();

        Find(report, at)[member] = JsonNode.Parse(value);

        Assert.False(IsValid(Report, report.ToJsonString()));
    }

    [Fact]
    public async Task What_a_later_version_adds_is_valid()
    {
        JsonNode report = await ReportAsync();
        report["more"] = true;
        report["version"] = 2;
        Find(report, "/results/0")["more"] = true;
        Find(report, "/results/0")["service"] = "newcomer";

        AssertValid(Report, report.ToJsonString());
        Assert.False(IsValid(StrictReport, report.ToJsonString()));
    }

    [Fact]
    public void The_schema_of_a_report_holds_that_of_a_page() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse(ReportSchemas.JsonLines), JsonNode.Parse(ReportSchemas.Json)!["$defs"]!["page"]));

    [Fact]
    public void The_schemas_are_valid_themselves_and_explain_every_member()
    {
        foreach (string schema in (string[])[ReportSchemas.Json, ReportSchemas.JsonLines])
        {
            AssertValid(MetaSchemas.Draft202012, schema);
            Assert.All(Members(JsonNode.Parse(schema)!), static member => Assert.True(
                member.Value!["description"] is not null || member.Value["$ref"] is not null, $"{member.Key} is not explained."));
        }
    }

    private static ReportOptions Options(bool guideOnly) => new() { Json = new JsonReportOptions { GuideOnly = guideOnly } };

    private static async Task<JsonNode> ReportAsync() => JsonNode.Parse(await Written.TextAsync(
        ReportFormat.Json, null, FullOutcomes.Audited, PageAuditOutcome.Failed(FullOutcomes.Url, FullOutcomes.Errors().First())))!;

    private static JsonNode Find(JsonNode root, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(root, static (node, step) => int.TryParse(step, CultureInfo.InvariantCulture, out int index) ? node[index]! : node[step]!);

    private static JsonSchema Build(string text, bool isStrict)
    {
        JsonNode schema = JsonNode.Parse(text)!;
        if (isStrict)
        {
            Close(schema);
        }

        return JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>Allows no member that is not described.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                Close(item);
            }
        }
        else if (node is JsonObject schema)
        {
            foreach ((_, JsonNode? part) in schema.ToArray())
            {
                Close(part);
            }

            if (schema["properties"] is JsonObject && schema["type"]?.GetValueKind() == JsonValueKind.String)
            {
                schema["additionalProperties"] = false;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode node) => node switch
    {
        JsonObject schema => schema
            .Where(static part => part.Key is not ("if" or "then" or "allOf"))
            .SelectMany(static part => part is { Key: "properties", Value: JsonObject members } ? members.Concat(Members(members)) : part.Value is null ? [] : Members(part.Value)),
        _ => [],
    };

    private static bool IsValid(JsonSchema schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return schema.Evaluate(document.RootElement, Draft).IsValid;
    }

    private static void AssertValid(JsonSchema schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        EvaluationResults results = schema.Evaluate(document.RootElement, Draft);
        Assert.True(
            results.IsValid,
            string.Join('\n', (results.Details ?? []).Where(static detail => detail.Errors is not null).SelectMany(static detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"))));
    }
}
