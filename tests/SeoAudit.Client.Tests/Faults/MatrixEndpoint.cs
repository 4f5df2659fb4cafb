using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>An endpoint of the fault matrix, with what is documented of it.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Method">Its method on the Refit interface.</param>
/// <param name="Column">Which endpoints it behaves like.</param>
/// <param name="Good">What it answers when all is well.</param>
/// <param name="Call">Calls it as an app would, and uses up the answer.</param>
internal sealed record MatrixEndpoint(
    string Service, string Method, EndpointColumn Column, string Good, Func<ISeoAuditClient, IPublicDownloader, Task> Call)
{
    public string MediaType { get; init; } = "application/json";

    /// <summary>Seconds for one attempt.</summary>
    public int AttemptTimeout { get; init; } = 30;

    /// <summary>Seconds for all of them.</summary>
    public int TotalTimeout { get; init; } = 100;

    /// <summary>Whether the answer's size is for its receiver to bound.</summary>
    public bool IsBoundedByReceiver { get; init; }

    /// <summary>The list in which to look for what was created, with one of that id and that moment in it, or none; null where no list shows it.</summary>
    public Func<(int Id, DateTimeOffset CreatedAt)?, string>? List { get; init; }

    public string Name => Method[..^"Async".Length];

    public override string ToString() => $"{Service} {Name}";
}
