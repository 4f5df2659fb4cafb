using System.Globalization;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>How the work on a batch ended, as Hangfire's dashboard shows it.</summary>
/// <param name="Reason">In words.</param>
/// <param name="GoesOnAt">When it goes on; null where it does not.</param>
/// <param name="IsFailure">Whether the whole job has failed by it.</param>
internal sealed record BatchEnd(string Reason, DateTimeOffset? GoesOnAt = null, bool IsFailure = false)
{
    public static BatchEnd Elsewhere { get; } = new("Another worker has it.");

    public static BatchEnd Paused(AuditService service, DateTimeOffset until) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The quota of {service} is spent until {until:u}."), until);
}
