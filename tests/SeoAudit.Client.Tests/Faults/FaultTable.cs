using System.Text;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Words the matrix as it was seen, for docs/faults.md.</summary>
internal static class FaultTable
{
    private static readonly (EndpointColumn Column, string Title)[] Columns =
    [
        (EndpointColumn.Read, "read"),
        (EndpointColumn.Stream, "PDF stream"),
        (EndpointColumn.Download, "plain download"),
        (EndpointColumn.CreateWithLook, "create, listed"),
        (EndpointColumn.CreateWithoutLook, "create, not listed"),
        (EndpointColumn.Action, "action"),
    ];

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(SeoAuditException)] = "error",
        [typeof(SeoAuditAuthenticationException)] = "authentication",
        [typeof(SeoAuditConflictException)] = "conflict",
        [typeof(SeoAuditNotFoundException)] = "not found",
        [typeof(SeoAuditOutcomeUnknownException)] = "outcome unknown",
        [typeof(SeoAuditQuotaException)] = "quota",
        [typeof(SeoAuditRateLimitException)] = "rate limit",
        [typeof(SeoAuditResponseException)] = "unreadable",
        [typeof(SeoAuditTimeoutException)] = "time-out",
        [typeof(SeoAuditValidationException)] = "validation",
    };

    public static string Write(FaultMatrix matrix)
    {
        var text = new StringBuilder();
        text.Append("## Endpoints\n\n| column | endpoints |\n|---|---|\n");
        foreach ((EndpointColumn column, string title) in Columns)
        {
            text.Append($"| {title} | {string.Join(", ", Of(column).Select(static endpoint => $"`{endpoint.Service}.{endpoint.Name}`"))} |\n");
        }

        text.Append("\n## Words\n\n| word | exception |\n|---|---|\n");
        foreach ((Type type, string word) in Words)
        {
            text.Append($"| {word} | `{type.Name}` |\n");
        }

        text.Append($"\n## The table\n\n| fault | {string.Join(" | ", Columns.Select(static column => column.Title))} |\n|---|---|---|---|---|---|---|\n");
        foreach (Fault fault in FaultMatrix.Faults)
        {
            text.Append($"| {fault} | {string.Join(" | ", Columns.Select(column => Describe(matrix, fault, column.Column)))} |\n");
        }

        HashSet<string> played = SocketFaults.Played.ToHashSet(StringComparer.Ordinal);
        text.Append("\n## On real sockets\n\n");
        text.Append("These are played once more between real sockets and the platform's own HTTP, at endpoints of every column; the others by a handler in its place alone.\n\n");
        foreach (Fault fault in FaultMatrix.Faults.Where(fault => played.Contains(fault.Name)))
        {
            text.Append($"- {fault}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<MatrixEndpoint> Of(EndpointColumn column) => MatrixEndpoints.All.Where(endpoint => endpoint.Column == column);

    // What most endpoints do, and then those that differ.
    private static string Describe(FaultMatrix matrix, Fault fault, EndpointColumn column)
    {
        var alike = Of(column)
            .GroupBy(endpoint => Describe(matrix[endpoint, fault].Lasting), StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count())
            .ToList();
        IEnumerable<string> others = alike.Skip(1).Select(
            static group => $"{string.Join(", ", group.Select(static endpoint => $"`{endpoint.Name}`"))}: {group.Key}");
        return string.Join("; ", others.Prepend(alike[0].Key));
    }

    private static string Describe(Cell cell)
    {
        if (cell.Thrown is null)
        {
            return "succeeds";
        }

        string word = Words.TryGetValue(cell.Thrown, out string? known) ? known : cell.Thrown.Name;
        string what = (cell.IsTransient ? "transient " : "") + word + (cell.TimedOut is { } kind ? $" (`{kind}`)" : "");
        string often = cell.Attempts == 1 ? "" : $", {cell.Attempts} attempts";
        string waits = cell.Waits switch
        {
            Waits.None => "",
            // Before a look that follows the only attempt, which all looks have.
            Waits.Backoff when cell is { Attempts: 1, Looks: > 0 } => "",
            Waits.Backoff => ", backoff",
            Waits.Asked => ", as asked",
            _ => ", wrong waits",
        };
        string when = cell is { HasRetryAt: true, Attempts: 1 } ? ", says when" : "";
        return (cell.Looks > 0 ? "looks; " : "") + what + often + waits + when + cell.Fault;
    }
}
