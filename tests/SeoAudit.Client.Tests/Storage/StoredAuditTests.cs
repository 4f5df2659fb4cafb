using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Storage;
using SeoAudit.Client.Tests.MetricSpot;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Storage;

public sealed class StoredAuditTests
{
    // JSON that a service gave comes back without the white space in it.
    private const string Respaced = nameof(SeoPeekCheck.ValueText);

    private static readonly Uri Page = new("https://example.com/");

    public static TheoryData<AuditService, string[]> Samples => new()
    {
        { AuditService.SeoPeek, [SeoPeekSample.Full] },
        { AuditService.SeoPeek, [SeoPeekSample.WithCheck("""{"name":"n","status":"PASS","message":"m","value":{"a":[1,"\u00e9"]}}""")] },
        { AuditService.Seogent, ["""{"scan_id":"s-1","status":"pending"}""", """{"scan_id":"s-1","status":"completed"}""", SeogentSamples.Results] },
        { AuditService.MetricSpot, [MetricSpotSample.Queued, MetricSpotSample.Completed] },
    };

    [Fact]
    public void Whatever_an_audit_holds_comes_back()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            PageAudit audit = Random(seed);

            string json = Stored.Write(audit);
            PageAudit read = Stored.Audit(json);

            Assert.Equal(Described.Of(audit, Respaced), Described.Of(read, Respaced));
            Assert.Equal(audit.Source?.GetType(), read.Source?.GetType());
            Assert.Equal(json, Stored.Write(read));
            Assert.DoesNotContain('\n', json);
            Assert.DoesNotContain('\r', json);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task An_audit_that_a_service_made_comes_back(AuditService service, string[] answers)
    {
        PageAudit audit = await AuditAsync(service, answers);

        PageAudit read = Stored.Audit(Stored.Write(audit));

        Assert.NotNull(read.Source);
        Assert.Equal(Described.Of(audit), Described.Of(read));
        Assert.DoesNotContain('\n', Stored.Write(audit));
    }

    [Fact]
    public async Task A_verdict_in_words_stays_a_verdict()
    {
        PageAudit audit = await AuditAsync(AuditService.SeoPeek, SeoPeekSample.WithCheck("""{"name":"n","status":"PASS"}"""));

        var source = Assert.IsType<SeoPeekAudit>(Stored.Audit(Stored.Write(audit)).Source);

        Assert.True(Assert.Single(source.Checks).Passed);
    }

    [Fact]
    public void Module_scores_are_found_without_regard_to_case_still()
    {
        MetricSpotAudit source = new RandomModels(1).Make<MetricSpotAudit>("RateLimit", "RawResponse") with { ModuleScores = new Dictionary<string, double>(StringComparer.Ordinal) { ["onpage"] = 1 } };

        var read = Assert.IsType<MetricSpotAudit>(Stored.Audit(Stored.Write(Plain() with { Source = source })).Source);

        Assert.Equal(1, read.ModuleScores["OnPage"]);
    }

    [Fact]
    public void Limits_and_raw_answers_are_not_stored()
    {
        var source = new SeoPeekAudit
        {
            Url = "u",
            Score = 1,
            RateLimit = new RateLimit { Limit = 4711 },
            RawResponse = new RawResponse(System.Net.HttpStatusCode.OK, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "header-value" }, "body"u8.ToArray()),
        };

        string json = Stored.Write(Plain() with { Source = source });
        var read = Assert.IsType<SeoPeekAudit>(Stored.Audit(json).Source);

        Assert.Null(read.RateLimit);
        Assert.Null(read.RawResponse);
        Assert.DoesNotContain("4711", json, StringComparison.Ordinal);
        Assert.DoesNotContain("header-value", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_of_no_service_is_left_out()
    {
        PageAudit read = Stored.Audit(Stored.Write(Plain() with { Source = new Version(1, 2) }));

        Assert.Equal(Described.Of(Plain()), Described.Of(read));
    }

    [Fact]
    public void A_source_of_a_later_version_is_left_out()
    {
        string json = Stored.Write(Plain());

        PageAudit read = Stored.Audit(json[..^1] + ""","source":{"AuditOfTomorrow":{"a":[1]}}}""");

        Assert.Equal(Described.Of(Plain()), Described.Of(read));
    }

    [Fact]
    public void A_source_that_cannot_be_written_again_is_left_out()
    {
        using JsonDocument half = JsonDocument.Parse("\"\\ud800\"");
        var source = new SeoPeekAudit { Url = "u", Score = 1, Checks = [new SeoPeekCheck { Value = half.RootElement }, new SeoPeekCheck { Value = default(JsonElement) }] };

        Assert.Equal(Described.Of(Plain()), Described.Of(Stored.Audit(Stored.Write(Plain() with { Source = source }))));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("a\uFFFDb", Stored.Audit(Stored.Write(Plain() with { Metadata = new PageMetadata { Title = "a\ud800b" } })).Metadata.Title);

    [Fact]
    public void JSON_as_deep_as_a_service_may_send_comes_back()
    {
        using JsonDocument deep = JsonDocument.Parse($"{new string('[', 62)}{new string(']', 62)}");
        var source = new SeoPeekAudit { Url = "u", Score = 1, Checks = [new SeoPeekCheck { Value = deep.RootElement }] };

        var read = Assert.IsType<SeoPeekAudit>(Stored.Audit(Stored.Write(Plain() with { Source = source })).Source);

        Assert.Equal(deep.RootElement.GetRawText(), read.Checks[0].Value!.Value.GetRawText());
    }

    [Fact]
    public void Members_that_are_not_known_are_skipped()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            PageAudit audit = Random(seed);
            JsonNode json = JsonNode.Parse(Stored.Write(audit))!;
            AddUnknown(json);

            Assert.Equal(Described.Of(audit, Respaced), Described.Of(Stored.Audit(json.ToJsonString()), Respaced));
        }
    }

    [Fact]
    public void Lists_that_are_missing_are_empty()
    {
        PageAudit read = Stored.Audit("""{"url":"https://example.com/","service":"Seogent","score":1}""");

        Assert.Equal(AuditService.Seogent, read.Service);
        Assert.Empty(read.Checks);
        Assert.NotNull(read.Metadata);
    }

    [Fact]
    public void What_follows_in_the_line_is_left_to_the_caller()
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"a":{{Stored.Write(Plain())}},"b":2}""");
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(json), StoredAudit.ReaderOptions);
        Assert.True(reader.Read() && reader.Read() && reader.Read());

        PageAudit read = StoredAudit.Read(ref reader);

        Assert.Equal(Described.Of(Plain()), Described.Of(read));
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
        Assert.True(reader.Read());
        Assert.Equal("b", reader.GetString());
    }

    [Fact]
    public void A_line_that_was_cut_off_is_no_audit()
    {
        string json = Stored.Write(Random(3) with { Source = new RandomModels(3).Make<MetricSpotAudit>("RateLimit", "RawResponse") });

        Assert.All(Enumerable.Range(0, json.Length), length => Assert.ThrowsAny<JsonException>(() => Stored.Audit(json[..length])));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent"}""")]
    [InlineData("""{"url":"/a","service":"Seogent","score":1}""")]
    [InlineData("""{"url":null,"service":"Seogent","score":1}""")]
    [InlineData("""{"url":"file://\u202e/x","service":"Seogent","score":1}""")]
    [InlineData("""{"url":"https://example.com/","service":"Tomorrow","score":1}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":"much"}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"checks":[null]}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"checks":[{"name":null,"status":"passed"}]}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"metadata":{"title":"\ud800"}}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"source":{"\ud800":1}}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"source":7}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"source":{"SeoPeekAudit":{"score":"x"}}}""")]
    [InlineData("""{"url":"https://example.com/","service":"Seogent","score":1,"auditedAt":"yesterday"}""")]
    public void What_is_no_audit_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Stored.Audit(json));

    private static PageAudit Plain() => new() { Url = Page, Service = AuditService.SeoPeek, Score = 1 };

    private static PageAudit Random(int seed)
    {
        // Half of them with all that can be there.
        var models = new RandomModels(seed) { Nulls = seed % 2 == 0 ? 0.3 : 0 };
        string[] beside = ["RateLimit", "RawResponse"];
        object? source = (seed % 4) switch
        {
            0 => models.Make<SeoPeekAudit>(beside),
            1 => models.Make<ScannedPage>(),
            2 => models.Make<MetricSpotAudit>(beside),
            _ => null,
        };
        return models.Make<PageAudit>("Source") with { Source = source };
    }

    private static void AddUnknown(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (JsonNode? item in list)
            {
                AddUnknown(item);
            }
        }
        else if (node is JsonObject map)
        {
            foreach ((string name, JsonNode? member) in map.ToArray())
            {
                // What a service gave as JSON is carried whole.
                if (name is not ("value" or "data" or "plan" or "cooldown" or "module_scores" or "source"))
                {
                    AddUnknown(member);
                }
            }

            map.Insert(0, "tomorrow", new JsonObject { ["a"] = new JsonArray(1, "b") });
        }
    }

    private static async Task<PageAudit> AuditAsync(AuditService service, params string[] answers)
    {
        var next = 0;
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(answers[Math.Min(next++, answers.Length - 1)]));
        var time = new FakeTimeProvider();
        Task<PageAudit> audit = TestClient.Create(handler, time)
            .AuditPageAsync(Page, new PageAuditOptions { Service = service }, TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(audit, TimeSpan.FromSeconds(1), steps: 300);
        PageAudit made = await audit;
        return made.Source is ServiceResult result ? made with { Source = result with { RateLimit = null, RawResponse = null } } : made;
    }
}
