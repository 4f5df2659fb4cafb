namespace SeoAudit.Client.Reporting.Tests.Gate;

public sealed class QualityGateFileTests : IDisposable
{
    private const string FullGate = """
        {
          "$schema": "gate.schema.json",
          // What a release needs.
          "minAverageScore": 70, "minPageScore": 50, "maxFailedPages": 3, "maxErrors": 0, "requiredChecks": ["Title"],
          "maxLcpMs": 2500, "maxCls": 0.1, "maxInpMs": 200, "maxScoreDrop": 5, "maxAverageDrop": 1.5, "maxFailedChecks": { "major": 4 },
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gates").FullName;

    [Fact]
    public void Every_rule_is_read()
    {
        var gate = QualityGate.Parse(FullGate);

        QualityGate full = Gates.Full;
        Assert.Equal(full.RequiredChecks, gate.RequiredChecks);
        Assert.Equal(full.MaxFailedChecks, gate.MaxFailedChecks);
        Assert.Equal(full, gate with { RequiredChecks = full.RequiredChecks, MaxFailedChecks = full.MaxFailedChecks });
    }

    [Fact]
    public void An_empty_object_is_a_gate_without_rules()
    {
        Assert.Empty(Verdicts.Of(QualityGate.Parse("{}")).Rules);
        Assert.Empty(Verdicts.Of(QualityGate.Parse("""{ "maxErrors": null, "requiredChecks": null }""")).Rules);
    }

    [Fact]
    public void Unknown_members_are_named_with_the_allowed_ones()
    {
        var error = Assert.Throws<QualityGateFormatException>(() => QualityGate.Parse("""{ "minScore": 70, "MaxErrors": null, "maxErrors": 0 }"""));

        const string Allowed = "minAverageScore, minPageScore, maxFailedPages, maxErrors, requiredChecks, maxLcpMs, maxCls, maxInpMs, maxScoreDrop, maxAverageDrop, maxFailedChecks";
        Assert.Equal($"The quality gate is not valid: minScore is no rule of a gate; those are {Allowed}; MaxErrors is no rule of a gate; those are {Allowed}.", error.Message);
    }

    [Theory]
    [InlineData("""{ "minPageScore": "70" }""", "minPageScore must be a number")]
    [InlineData("""{ "maxErrors": 1.5 }""", "maxErrors must be a whole number")]
    [InlineData("""{ "maxErrors": 99999999999 }""", "maxErrors must be a whole number")]
    [InlineData("""{ "requiredChecks": "Title" }""", "requiredChecks must be an array of strings")]
    [InlineData("""{ "requiredChecks": ["Title", 1] }""", "requiredChecks must be an array of strings")]
    [InlineData("""{ "maxFailedChecks": [1] }""", "maxFailedChecks must be an object of whole numbers, each severity once")]
    [InlineData("""{ "maxFailedChecks": { "major": true } }""", "maxFailedChecks must be an object of whole numbers, each severity once")]
    [InlineData("""{ "maxFailedChecks": { "major": 1, "Major": 9 } }""", "maxFailedChecks must be an object of whole numbers, each severity once")]
    [InlineData("""{ "maxLcpMs": 0 }""", "maxLcpMs must be more than 0 and at most 86400000 ms, and is 0 ms")]
    [InlineData("""{ "maxLcpMs": 1e999 }""", "maxLcpMs must be more than 0 and at most 86400000 ms")]
    [InlineData("""{ "maxInpMs": -1e999 }""", "maxInpMs must be more than 0 and at most 86400000 ms")]
    [InlineData("""{ "minAverageScore": 1e999 }""", "minAverageScore must be 0 to 100, and is Infinity")]
    [InlineData("""{ "minAverageScore": 50, "minAverageScore": 5 }""", "minAverageScore stands there twice")]
    [InlineData("""{ "maxCls": -1, "maxErrors": "no" }""", "maxErrors must be a whole number; maxCls must be 0 to 1000, and is -1")]
    [InlineData("[]", "it must be a JSON object")]
    [InlineData("null", "it must be a JSON object")]
    [InlineData("", "is no JSON")]
    [InlineData("""{ "minPageScore": }""", "is no JSON")]
    [InlineData("""{ "\ud800": 1 }""", "no valid Unicode")]
    [InlineData("""{ "requiredChecks": ["\ud800"] }""", "no valid Unicode")]
    public void What_is_wrong_is_said(string json, string message) =>
        Assert.Contains(message, Assert.Throws<QualityGateFormatException>(() => QualityGate.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_fault_is_told_once()
    {
        string names = string.Join(',', Enumerable.Repeat("\"Title\", \"\"", 1_000));

        var error = Assert.Throws<QualityGateFormatException>(() => QualityGate.Parse($$"""{ "requiredChecks": [{{names}}] }"""));

        Assert.Equal(
            "The quality gate is not valid: requiredChecks must hold no empty name; requiredChecks must hold each name once, without regard to case, and holds Title twice.",
            error.Message);
    }

    [Fact]
    public async Task A_gate_is_loaded_from_a_file()
    {
        string path = Path.Combine(_folder, "gate.json");
        await File.WriteAllTextAsync(path, FullGate, System.Text.Encoding.UTF8, TestContext.Current.CancellationToken);

        QualityGate gate = await QualityGate.LoadAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromMilliseconds(2_500), gate.MaxLcp);
    }

    [Fact]
    public async Task The_file_is_named_where_it_holds_no_gate()
    {
        string path = Path.Combine(_folder, "gate.json");
        await File.WriteAllTextAsync(path, """{ "maxLcp": 2500 }""", TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<QualityGateFormatException>(() => QualityGate.LoadAsync(path, TestContext.Current.CancellationToken));

        Assert.StartsWith($"{path}: The quality gate is not valid: maxLcp is no rule", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error() =>
        await Assert.ThrowsAnyAsync<IOException>(() => QualityGate.LoadAsync(Path.Combine(_folder, "none.json"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task Loading_can_be_cancelled()
    {
        string path = Path.Combine(_folder, "gate.json");
        await File.WriteAllTextAsync(path, FullGate, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => QualityGate.LoadAsync(path, new CancellationToken(canceled: true)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
