using System.CommandLine;
using System.Runtime.CompilerServices;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Client;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Cli.Reports;

/// <summary>Reports that are read back.</summary>
internal static class ReportInput
{
    private const string StandardInput = "-";

    public static readonly Argument<string> File = new("FILE") { Description = "A report (.json or .jsonl); - reads it from standard input." };

    /// <summary>The outcomes of a report.</summary>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static IAsyncEnumerable<PageAuditOutcome> ReadAsync(string path) => path == StandardInput || System.IO.File.Exists(path)
        ? OutcomesAsync(path)
        : throw new UsageException($"There is no file {Path.GetFullPath(path)}.");

    private static async IAsyncEnumerable<PageAuditOutcome> OutcomesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using Stream input = path == StandardInput ? Console.OpenStandardInput() : System.IO.File.OpenRead(path);
        await using IAsyncEnumerator<PageAuditOutcome> outcomes = ReportReader.ReadAsync(input, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(outcomes, path))
        {
            yield return outcomes.Current;
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<PageAuditOutcome> outcomes, string path)
    {
        try
        {
            return await outcomes.MoveNextAsync();
        }
        catch (ReportFormatException exception)
        {
            throw new UsageException($"{path}: {exception.Message}", exception);
        }
    }
}
