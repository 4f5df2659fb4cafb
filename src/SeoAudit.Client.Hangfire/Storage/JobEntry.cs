using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>What is stored of a job beside its input, its outcomes and its progress.</summary>
internal sealed record JobEntry
{
    public const string OptionsField = "options";
    public const string SubmittedField = "submitted";
    public const string TotalField = "total";
    public const string DuplicatesField = "duplicates";
    public const string BatchesField = "batches";
    public const string DispatchedField = "dispatched";
    public const string StartedField = "started";
    public const string EndedField = "ended";
    public const string StatusField = "status";
    public const string CancellingField = "cancelling";
    public const string ErrorField = "error";

    public required string Id { get; init; }

    public required BulkAuditJobOptions Options { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required int Total { get; init; }

    public int Duplicates { get; init; }

    public required int Batches { get; init; }

    /// <summary>How many batches have been put into the queue.</summary>
    public int Dispatched { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How it ended; null where it has not.</summary>
    public string? End { get; init; }

    public bool IsCancelling { get; init; }

    public string? Error { get; init; }

    /// <summary>Whether nothing more is to be begun.</summary>
    public bool IsOver => IsCancelling || Error is not null || End is not null;

    public AuditService Service => Options.Audit.Service;

    public BulkAuditJobStatus Status => End is { } end
        ? new BulkAuditJobStatus(end)
        : StartedAt is null ? BulkAuditJobStatus.Pending : BulkAuditJobStatus.Running;

    /// <summary>Reads a job; null where there is none.</summary>
    /// <exception cref="SeoAuditJobException">What is stored is no job.</exception>
    public static JobEntry? Read(string id, IReadOnlyDictionary<string, string> fields)
    {
        if (!fields.TryGetValue(OptionsField, out string? options))
        {
            return null;
        }

        try
        {
            return new JobEntry
            {
                Id = id,
                Options = BulkAuditJobSerializer.ReadOptions(Encoding.UTF8.GetBytes(options)),
                SubmittedAt = ReadTime(fields[SubmittedField]),
                Total = ReadNumber(fields[TotalField]),
                Duplicates = ReadNumber(fields[DuplicatesField]),
                Batches = ReadNumber(fields[BatchesField]),
                Dispatched = fields.TryGetValue(DispatchedField, out string? dispatched) ? ReadNumber(dispatched) : 0,
                StartedAt = fields.TryGetValue(StartedField, out string? started) ? ReadTime(started) : null,
                EndedAt = fields.TryGetValue(EndedField, out string? ended) ? ReadTime(ended) : null,
                End = fields.GetValueOrDefault(StatusField),
                IsCancelling = fields.ContainsKey(CancellingField),
                Error = fields.GetValueOrDefault(ErrorField),
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new SeoAuditJobException($"The stored job '{id}' cannot be read.", exception) { Fault = JobFault.Unusable };
        }
    }

    public static string WriteTime(DateTimeOffset time) => Keys.Number(time.UtcTicks);

    public static DateTimeOffset ReadTime(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static int ReadNumber(string number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
}
