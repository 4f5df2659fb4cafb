using System.Text.Json;
using SeoAudit.Client.Storage;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>One line, as far as the index needs it: what was audited or went wrong is only stepped over.</summary>
internal ref struct JournalLine
{
    private readonly List<Uri> _urls;

    private JournalLine(List<Uri> urls) => _urls = urls;

    public string? Format { get; private set; }

    public int Version { get; private set; }

    public string? Fingerprint { get; private set; }

    public string? Options { get; private set; }

    public string? Kind { get; private set; }

    public int Number { get; private set; }

    public string? Service { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Id { get; private set; }

    public string? Url { get; private set; }

    public static JournalLine Read(ReadOnlySpan<byte> json)
    {
        var line = new JournalLine([]);
        var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A line is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            line.Take(name, ref reader);
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? line : throw new JsonException("A line is one object.");
    }

    /// <exception cref="FormatException">The service is not one that queues, or there are no pages.</exception>
    public readonly JournalOperation ToOperation()
    {
        AuditService service = Service switch
        {
            nameof(AuditService.Seogent) => AuditService.Seogent,
            nameof(AuditService.MetricSpot) => AuditService.MetricSpot,
            _ => throw new FormatException($"'{Service}' is no service that queues."),
        };
        return _urls.Count > 0 ? new JournalOperation(Number, service, At, _urls) : throw new FormatException("Nothing was queued.");
    }

    private void Take(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case JournalWords.FormatMember:
                Format = reader.GetString();
                break;
            case JournalWords.VersionMember:
                Version = reader.GetInt32();
                break;
            case JournalWords.FingerprintMember:
                Fingerprint = reader.GetString();
                break;
            case JournalWords.OptionsMember:
                Options = reader.GetString();
                break;
            case JournalWords.Kind:
                Kind = reader.GetString();
                break;
            case JournalWords.Number:
                Number = reader.GetInt32();
                break;
            case JournalWords.Service:
                Service = reader.GetString();
                break;
            case JournalWords.At:
                At = reader.GetDateTimeOffset();
                break;
            case JournalWords.Id:
                Id = reader.GetString();
                break;
            case JournalWords.Url:
                Url = reader.GetString();
                break;
            case JournalWords.Urls:
                TakeUrls(ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private readonly void TakeUrls(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            _urls.Add(PageUrl.TryNormalize(reader.GetString()!) ?? throw new FormatException("What was queued is no page."));
        }
    }
}
