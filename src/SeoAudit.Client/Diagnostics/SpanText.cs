using System.Diagnostics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>What is said of a kind of span in the documentation.</summary>
/// <param name="Name">Its name, or the pattern of its names.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Description">What it covers.</param>
/// <param name="Tags">The attributes that it may have.</param>
internal sealed record SpanText(string Name, ActivityKind Kind, string Description, params IReadOnlyList<string> Tags);
