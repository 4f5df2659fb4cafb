using System.Text.Json.Serialization;

namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentPage(
    string Url,
    int Score,
    string Grade,
    int Checks,
    IReadOnlyList<string> FailedChecks,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<SeogentCheck> AllChecks,
    SeogentMetadata Metadata,
    SeogentPerformance? Performance,
    SeogentAccessibility? Accessibility,
    string AnalyzedAt);

internal sealed record SeogentCheck(
    string Name,
    string Key,
    string Status,
    string Message,
    string Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Weight);

internal sealed record SeogentMetadata(string? Title, string? Description, string? Canonical);

/// <summary>Times in seconds, <c>fid</c>, <c>inp</c> and <c>tbt</c> in milliseconds; null is what was not measured.</summary>
internal sealed record SeogentPerformance(
    int? Score, double? Lcp, double? Fcp, double? Cls, double? Fid, double? Inp, double? Ttfb, double? Tbt);

internal sealed record SeogentAccessibility(int Score, IReadOnlyList<SeogentViolation> Violations);

internal sealed record SeogentViolation(
    string Id, string Impact, string Help, string HelpUrl, IReadOnlyList<string> WcagTags, IReadOnlyList<SeogentNode> Nodes);

internal sealed record SeogentNode(IReadOnlyList<string> Target, string Html, string FailureSummary);
