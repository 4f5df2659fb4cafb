using System.Text;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>A line of a job's input: refused, or a URL that is written and read the same again, and told apart from others.</summary>
internal sealed class JobUrlTarget() : FuzzTarget("job-url", "JobUrls", new SegmentGrammar('/', "\\.", "\\=", "\\005c", "\\d83d\\de00", "\\d800", "\\0000", "\\"))
{
    public override Task<object?> ReadAsync(byte[] input)
    {
        Uri url = BulkAuditJobSerializer.ReadUrl(Encoding.UTF8.GetString(input));
        string line = BulkAuditJobSerializer.WriteUrl(url);
        BrokenPromiseException.ThrowIf(line.AsSpan().ContainsAnyExceptInRange('!', '~'), $"{line} is no line.");
        Uri again = BulkAuditJobSerializer.ReadUrl(line);
        BrokenPromiseException.ThrowIf(again.OriginalString != url.OriginalString || again.IsAbsoluteUri != url.IsAbsoluteUri, $"{line} is another URL.");
        BrokenPromiseException.ThrowIf(JobInput.Read(Encoding.ASCII.GetBytes(line)) is not { } listed || listed != url, $"{line} is no line of an input.");
        BrokenPromiseException.ThrowIf(BulkAuditJobSerializer.KeyOf(again) != BulkAuditJobSerializer.KeyOf(url), $"{line} has two keys.");
        return Task.FromResult<object?>(url);
    }

    public override bool IsDocumented(Exception exception) => exception is FormatException;
}
