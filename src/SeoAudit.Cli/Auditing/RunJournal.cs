using System.Security.Cryptography;
using System.Text;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Settings;

namespace SeoAudit.Cli.Auditing;

/// <summary>
/// The journal of a run: the file that was named, or one of the tool's own, so that what was paid for is not lost even where nobody thought of it.
/// </summary>
internal sealed class RunJournal
{
    private const string ResumeOption = "--resume";

    // They change nothing that a journal holds.
    private static readonly string[] Presentation = [ResumeOption, "--json", "--quiet", "-q", "--verbose", "--no-color"];

    private readonly bool _isOwn;

    private RunJournal(string? path, bool isOwn)
    {
        Path = path;
        _isOwn = isOwn;
    }

    /// <summary>The file; null where the run goes without.</summary>
    public string? Path { get; }

    /// <exception cref="UsageException">There is nothing to resume.</exception>
    public static RunJournal Prepare(Invocation invocation)
    {
        bool resume = invocation.Get(JournalOptions.Resume);
        if (invocation.Get(JournalOptions.Journal) is { } named)
        {
            string path = System.IO.Path.GetFullPath(named);
            return !resume || File.Exists(path)
                ? new RunJournal(path, isOwn: false)
                : throw new UsageException($"There is no journal {path} to go on with. Leave --resume out to begin it.");
        }

        string own = OwnPath(invocation.Arguments);
        if (resume)
        {
            return File.Exists(own)
                ? new RunJournal(own, isOwn: true)
                : throw new UsageException("There is no interrupted run of this command in this folder to go on with.");
        }

        try
        {
            UserFolders.Make(System.IO.Path.GetDirectoryName(own)!);
            Discard(own, invocation);
            return new RunJournal(own, isOwn: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            invocation.Screen.Note($"This run cannot be gone on with when it is interrupted: {exception.Message} Name a file with --journal.");
            return new RunJournal(null, isOwn: false);
        }
    }

    /// <summary>Throws the tool's own file away when all of the run is in its reports; else says how to go on.</summary>
    /// <returns>The command that goes on; null where there is nothing to go on with.</returns>
    public string? End(RunBalance balance, IReadOnlyList<string> arguments)
    {
        bool isDone = balance.Report.Total == 0 || (!balance.IsInterrupted && balance is { Failure: null, UnwrittenReports.Count: 0, Report.NotAttempted: 0 });
        if (isDone && _isOwn)
        {
            File.Delete(Path!);
        }

        return isDone || Path is null || !File.Exists(Path) ? null : ResumeCommand.From(arguments, ResumeOption);
    }

    /// <summary>Ends a run that has no balance, because nothing came out of it.</summary>
    /// <returns>The command that goes on, where something was queued that is paid for; else null.</returns>
    public string? EndWithNothing(IReadOnlyList<string> arguments)
    {
        if (Path is null || !File.Exists(Path))
        {
            return null;
        }

        try
        {
            // The first line tells what the journal is of; what is queued follows.
            if (ReadLines(Path).Skip(1).Any())
            {
                return ResumeCommand.From(arguments, ResumeOption);
            }

            if (_isOwn)
            {
                File.Delete(Path);
            }
        }
        catch (IOException)
        {
            // It is another run's.
        }

        return null;
    }

    private static IEnumerable<string> ReadLines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static void Discard(string path, Invocation invocation)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            // It is nobody's who is running.
        }

        File.Delete(path);
        invocation.Screen.Note($"An interrupted run of this command is thrown away; with {ResumeOption} it would have been gone on with.");
    }

    private static string OwnPath(IEnumerable<string> arguments)
    {
        string command = string.Join('\n', arguments.Except(Presentation, StringComparer.Ordinal).Prepend(Environment.CurrentDirectory));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(command));
        return System.IO.Path.Combine(UserFolders.State, $"run-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}.jsonl");
    }
}
