using System.Text.Json.Serialization;

namespace SeoAudit.Client;

/// <summary>What every answer of a service can say beside its content.</summary>
public abstract record ServiceResult
{
    private RateLimit? _rateLimit;
    private RawResponse? _rawResponse;

    /// <summary>What the answer said about limits; null where it said nothing.</summary>
    [JsonIgnore]
    public RateLimit? RateLimit
    {
        get => _rateLimit;
        init => _rateLimit = value;
    }

    /// <summary>The answer as it came over the wire; null unless <see cref="ServiceOptions.KeepRawResponses"/> is on.</summary>
    [JsonIgnore]
    public RawResponse? RawResponse
    {
        get => _rawResponse;
        init => _rawResponse = value;
    }

    internal void Attach(RateLimit? rateLimit, RawResponse? rawResponse)
    {
        _rateLimit = rateLimit;
        _rawResponse = rawResponse;
    }
}
