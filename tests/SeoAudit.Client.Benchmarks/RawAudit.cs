using System.Text.Json.Serialization;

namespace SeoAudit.Client.Benchmarks;

/// <summary>What someone without the SDK would write for the answer of SEOPeek.</summary>
public sealed class RawAudit
{
    public string Url { get; set; } = string.Empty;

    public double Score { get; set; }

    public string? Grade { get; set; }

    public List<RawCheck> Checks { get; set; } = [];

    public RawMeta? Meta { get; set; }

    public string? Timestamp { get; set; }
}

public sealed class RawCheck
{
    public string? Name { get; set; }

    public bool Passed { get; set; }

    public string? Message { get; set; }

    public string? Value { get; set; }
}

public sealed class RawMeta
{
    public string? Title { get; set; }

    public string? Description { get; set; }

    public string? Canonical { get; set; }

    public string? OgTitle { get; set; }

    public string? OgDescription { get; set; }

    public string? OgImage { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RawAudit))]
public sealed partial class RawJsonContext : JsonSerializerContext;
