namespace SeoAudit.Cli.Tests.Support;

/// <summary>What a run of the tool ended with.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;
}
