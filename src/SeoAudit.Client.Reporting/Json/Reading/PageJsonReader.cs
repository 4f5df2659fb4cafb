using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>Reads one page back. Only the URL and, of an audited page, the score must be there; so what the guide itself writes is read too.</summary>
internal ref struct PageJsonReader
{
    private string? _url;
    private double? _score;
    private string? _grade;
    private IReadOnlyList<PageCheck> _checks = [];
    private PageMetadata? _metadata;
    private DateTimeOffset? _timestamp;
    private string? _error;
    private int? _index;
    private string? _status;
    private string? _service;
    private double? _threshold;
    private string? _origin;
    private double? _credits;
    private string? _auditedUrl;
    private bool _saysWhenAudited;
    private DateTimeOffset? _auditedAt;
    private bool _isCached;
    private CoreWebVitals? _vitals;
    private ErrorDetails? _details;

    public PageJsonReader()
    {
    }

    /// <param name="json">The page and nothing else.</param>
    /// <param name="place">Its place in the report, from 0, for a report that does not say.</param>
    /// <exception cref="JsonException">It is no page.</exception>
    public static PageAuditOutcome Read(ReadOnlySpan<byte> json, int place)
    {
        var reader = new Utf8JsonReader(json, ReportLimits.Reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A page is an object.");
        }

        var page = new PageJsonReader();
        while (JsonValues.NextMember(ref reader, out string name))
        {
            page.Take(name, ref reader);
        }

        if (reader.Read())
        {
            throw new JsonException("Something follows the page.");
        }

        return page.ToOutcome(place);
    }

    private void Take(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case JsonWords.Url:
                _url = JsonValues.Text(ref reader);
                break;
            case JsonWords.Score:
                _score = JsonValues.Number(ref reader);
                break;
            case JsonWords.Grade:
                _grade = JsonValues.Text(ref reader);
                break;
            case JsonWords.Checks:
                _checks = PagePartsReader.Checks(ref reader);
                break;
            case JsonWords.Meta:
                _metadata = PagePartsReader.Metadata(ref reader);
                break;
            case JsonWords.Timestamp:
                _timestamp = JsonValues.Moment(ref reader);
                break;
            case JsonWords.Error:
                _error = JsonValues.Text(ref reader);
                break;
            default:
                TakeOther(name, ref reader);
                break;
        }
    }

    private void TakeOther(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case JsonWords.Index:
                _index = JsonValues.Int(ref reader);
                break;
            case JsonWords.Status:
                _status = JsonValues.Text(ref reader);
                break;
            case JsonWords.Service:
                _service = JsonValues.Text(ref reader);
                break;
            case JsonWords.PassThreshold:
                _threshold = JsonValues.Number(ref reader);
                break;
            case JsonWords.Origin:
                _origin = JsonValues.Text(ref reader);
                break;
            case JsonWords.Credits:
                _credits = JsonValues.Number(ref reader);
                break;
            case JsonWords.AuditedUrl:
                _auditedUrl = JsonValues.Text(ref reader);
                break;
            case JsonWords.AuditedAt:
                _saysWhenAudited = true;
                _auditedAt = JsonValues.Moment(ref reader);
                break;
            case JsonWords.Cached:
                _isCached = JsonValues.Flag(ref reader) ?? false;
                break;
            case JsonWords.CoreWebVitals:
                _vitals = PagePartsReader.Vitals(ref reader);
                break;
            case JsonWords.ErrorDetails:
                _details = ErrorDetails.Read(ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private readonly PageAuditOutcome ToOutcome(int place)
    {
        Uri url = Address(_url) ?? throw new JsonException("A page has no usable 'url'.");
        PageAuditOutcome outcome = _error is null ? Audited(url, place) : Failed(url, place);
        return outcome with
        {
            Origin = ReportWords.Origin(_origin) ?? OutcomeOrigin.Service,
            PassThreshold = _threshold ?? outcome.PassThreshold,
            Credits = _credits,
        };
    }

    private readonly PageAuditOutcome Failed(Uri url, int place)
    {
        SeoAuditException error = (_details ?? new ErrorDetails()).ToException(_error!, ReportWords.Service(_service));
        return ReportWords.Status(_status) == OutcomeStatus.NotAttempted
            ? PageAuditOutcome.NotAttempted(url, error, _index ?? place)
            : PageAuditOutcome.Failed(url, error, _index ?? place);
    }

    private readonly PageAuditOutcome Audited(Uri url, int place) => PageAuditOutcome.Succeeded(
        url,
        new PageAudit
        {
            Url = Address(_auditedUrl) ?? url,
            // The guide knows no other service.
            Service = ReportWords.Service(_service) ?? AuditService.SeoPeek,
            Score = _score ?? throw new JsonException("A page has neither a 'score' nor an 'error'."),
            Grade = string.IsNullOrEmpty(_grade) ? null : new Grade(_grade),
            Checks = _checks,
            Metadata = _metadata!,
            CoreWebVitals = _vitals,
            AuditedAt = _saysWhenAudited ? _auditedAt : _timestamp,
            IsCached = _isCached,
        },
        _index ?? place);

    private static Uri? Address(string? text)
    {
        // A path is an address on some systems, and none on others.
        bool isPath = text is ['/', ..];
        try
        {
            return Uri.TryCreate(text, isPath ? UriKind.Relative : UriKind.Absolute, out Uri? url) || Uri.TryCreate(text, UriKind.Relative, out url) ? url : null;
        }
        catch (IndexOutOfRangeException)
        {
            // What the platform throws for a file share whose name is nothing but marks of direction.
            return null;
        }
    }
}
