using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>What a file says of a job: refused for what it is, or told to whoever asks for the job. What is read is written and read the same again.</summary>
internal sealed class JobRecordTarget() : FuzzTarget("job-record", "JobRecords", new JsonGrammar("error", "facts", "fieldErrors", "wait", "status", "counts"))
{
    public override Task<object?> ReadAsync(byte[] input)
    {
        JobRecord record = JobRecord.Read(input);
        byte[] written = Write(record);
        BrokenPromiseException.ThrowIf(!Write(JobRecord.Read(written)).AsSpan().SequenceEqual(written), $"Written again, it differs: {Encoding.UTF8.GetString(written)}");
        using var job = new Job("0", new JobPaths("nowhere"), record);
        return Task.FromResult<object?>(job.State);
    }

    public override bool IsDocumented(Exception exception) => exception is JsonException or ArgumentException;

    private static byte[] Write(JobRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, JobsJsonContext.Default.JobRecord);
}
