using System.Globalization;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The outcomes of a job that goes on after them: taken up, the same each time, or refused and left as they are.</summary>
internal sealed class JobLogTarget() : JobFilesTarget("job-log")
{
    private const int Urls = 100;

    protected override Task<object?> ReadAsync(JobPaths paths, int lines)
    {
        byte[] input = File.ReadAllBytes(paths.Outcomes);
        string found;
        try
        {
            found = TakeUp(paths);
        }
        catch (SeoAuditJobException)
        {
            BrokenPromiseException.ThrowIf(!File.ReadAllBytes(paths.Outcomes).AsSpan().SequenceEqual(input), "Outcomes that were refused were changed.");
            throw;
        }

        BrokenPromiseException.ThrowIf(!input.AsSpan().StartsWith(File.ReadAllBytes(paths.Outcomes)), "Outcomes were changed.");
        BrokenPromiseException.ThrowIf(TakeUp(paths) != found, "Taken up again, they say something else.");
        return Task.FromResult<object?>(found.Split('\n'));
    }

    private static string TakeUp(JobPaths paths)
    {
        using OutcomeLog log = OutcomeLog.Open(paths, Urls, CancellationToken.None);
        int done = Enumerable.Range(0, Urls).Count(log.Done.Contains);
        return string.Create(CultureInfo.InvariantCulture, $"{log.Counts}\n{done}\n{log.ResumeAt:O}");
    }
}
