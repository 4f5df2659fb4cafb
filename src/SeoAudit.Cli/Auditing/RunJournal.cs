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

    private RunJournal(string path, bool isOwn)
    {
        Path = path;
        _isOwn = isOwn;
    }

    /// <summary>The file; null where the run goes without.</summary>
    public string? Path { get; private set; }

    /// <exception cref="UsageException">There is nothing to resume.</exception>
    public static RunJournal Find(Invocation invocation)
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
        return !resume || File.Exists(own)
            ? new RunJournal(own, isOwn: true)
            : throw new UsageException("There is no interrupted run of this command in this folder to go on with.");
    }

    /// <summary>Makes room for the run: what an earlier one has left is thrown away, unless this one goes on with it.</summary>
    public void Begin(Invocation invocation)
    {
        if (!_isOwn || invocation.Get(JournalOptions.Resume))
        {
            return;
        }

        try
        {
            UserFolders.Make(System.IO.Path.GetDirectoryName(Path!)!);
            Discard(Path!, invocation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            invocation.Screen.Note($"This run cannot be gone on with when it is interrupted: {exception.Message} Name a file with --journal.");
            Path = null;
        }
    }

    /// <summary>Says how to go on with a run that has come to its end.</summary>
    /// <returns>The command that goes on; null where all of the run is in its reports, and nothing that is paid for is still to come.</returns>
    public string? Resume(RunBalance balance, IReadOnlyList<string> arguments)
    {
        if (Path is null || !File.Exists(Path))
        {
            return null;
        }

        bool isTold = balance.Report.Total == 0 || (!balance.IsInterrupted && balance is { Failure: null, UnwrittenReports.Count: 0, Report.NotAttempted: 0 });
        bool isDone = isTold && (balance.Report is { Audited: > 0, Errors: 0 } || !OpenOperations.AreIn(Path));
        return isDone ? null : ResumeCommand.From(arguments, ResumeOption);
    }

    /// <summary>Ends a run that was told in full: nothing of the tool's own file is needed any more.</summary>
    public void Close()
    {
        if (Path is null || !_isOwn)
        {
            return;
        }

        try
        {
            Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is another run's by now, or the next run of the command throws it away.
        }
    }

    /// <summary>Says how to go on with a run whose end could not be told.</summary>
    /// <returns>The command that goes on; null where there is no journal.</returns>
    public string? ResumeUntold(IReadOnlyList<string> arguments) => File.Exists(Path) ? ResumeCommand.From(arguments, ResumeOption) : null;

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
            if (JournalLines.Read(Path).Skip(1).Any())
            {
                return ResumeCommand.From(arguments, ResumeOption);
            }

            if (_isOwn)
            {
                Delete(Path);
            }
        }
        catch (IOException)
        {
            // It is another run's.
        }

        return null;
    }

    private static void Discard(string path, Invocation invocation)
    {
        if (!File.Exists(path))
        {
            return;
        }

        bool isPaidFor = OpenOperations.AreIn(path);
        Delete(path);
        string text = $"An interrupted run of this command is thrown away; with {ResumeOption} it would have been gone on with.";
        if (isPaidFor)
        {
            invocation.Screen.Warn($"{text} A service still had something of it that is paid for.");
        }
        else
        {
            invocation.Screen.Note(text);
        }
    }

    private static void Delete(string path)
    {
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            // It is nobody's who is running.
        }

        File.Delete(path);
    }

    private static string OwnPath(IEnumerable<string> arguments)
    {
        string command = string.Join('\n', arguments.Except(Presentation, StringComparer.Ordinal).Prepend(Environment.CurrentDirectory));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(command));
        return System.IO.Path.Combine(UserFolders.State, $"run-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}.jsonl");
    }
}
