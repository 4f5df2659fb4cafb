namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>What stays the same in every result of a check.</summary>
internal sealed record CheckDefinition(string Key, string Name, string Category, int Weight)
{
    public CheckResult Pass(string message, string? value = null) => Result(CheckOutcome.Passed, message, value);

    public CheckResult Warn(string message, string? value = null) => Result(CheckOutcome.Warning, message, value);

    public CheckResult Fail(string message, string? value = null) => Result(CheckOutcome.Failed, message, value);

    private CheckResult Result(CheckOutcome outcome, string message, string? value) =>
        new(Key, Name, Category, Weight, outcome, message, value);
}
