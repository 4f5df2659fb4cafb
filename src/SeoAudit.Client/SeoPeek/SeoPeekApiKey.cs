using System.Text;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.SeoPeek;

/// <summary>A new key. Source: SEOPeek public docs, <c>POST /api/v1/keys</c>.</summary>
public sealed record SeoPeekApiKey : ServiceResult
{
    /// <summary>The key (<c>seo_…</c>). A secret: <see cref="object.ToString"/> does not show it.</summary>
    public required string ApiKey
    {
        get;
        init => field = NotNull.Value(value);
    }

    /// <summary>The plan, e.g. <c>free</c>.</summary>
    public string Plan
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>The allowance in words, e.g. <c>50 audits/day</c>; not a number.</summary>
    public string Limit
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Prints the members, without the key.</summary>
    /// <param name="builder">Where to print.</param>
    /// <returns>True: something was printed.</returns>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("ApiKey = ***, Plan = ").Append(Plan).Append(", Limit = ").Append(Limit);
        return true;
    }
}
