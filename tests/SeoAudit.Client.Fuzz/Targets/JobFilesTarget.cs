using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The outcomes of a job, beside a journal that is good and that they name places of.</summary>
internal abstract class JobFilesTarget(string name) : FuzzTarget(name, "JobOutcomes", new LinesOfGrammar(new JsonGrammar(Members), "Audited", "Failed", "NotAttempted", "Cache"))
{
    private static readonly string[] Members = ["i", "url", "status", "origin", "threshold", "passed", "credits", "audit", "error", "at"];

    private static readonly JobPaths Paths = new(TemporaryFolder());

    // A line that is short may lead to one of the journal, which is read into a buffer of its own.
    public override long BytesPerByte => 10_000;

    public override async Task<object?> ReadAsync(byte[] input)
    {
        File.WriteAllBytes(Paths.Outcomes, input);
        return await ReadAsync(Paths, lines: input.AsSpan().Count((byte)'\n'));
    }

    public override bool IsDocumented(Exception exception) => exception is SeoAuditJobException { Fault: JobFault.Unusable };

    protected abstract Task<object?> ReadAsync(JobPaths paths, int lines);

    private static string TemporaryFolder()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"seoaudit-fuzz-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Corpus", "Journal", "whole.jsonl"), new JobPaths(folder).Journal);
        return folder;
    }
}
