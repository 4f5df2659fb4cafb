using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Jobs;

/// <summary>An outcome as it is stored: whole, or with the place in the journal where its audit or error stands.</summary>
internal sealed record StoredOutcome
{
    public required Uri Url { get; init; }

    public required int Index { get; init; }

    public OutcomeStatus Status { get; init; }

    public OutcomeOrigin Origin { get; init; }

    public double PassThreshold { get; init; } = BulkAuditOptions.DefaultPassThreshold;

    public bool IsPassed { get; init; }

    public double? Credits { get; init; }

    public PageAudit? Audit { get; init; }

    public SeoAuditException? Error { get; init; }

    /// <summary>Where the line begins that has the audit or error; null where it is here.</summary>
    public long? Place { get; init; }

    public static void Write(Utf8JsonWriter json, PageAuditOutcome outcome, long? place)
    {
        json.WriteStartObject();
        json.WriteNumber(JobWords.Index, outcome.Index);
        json.WriteString(JobWords.Url, UrlLine.Write(outcome.Url));
        json.WriteString(JobWords.Status, outcome.Status.ToString());
        if (outcome.Origin != OutcomeOrigin.Service)
        {
            json.WriteString(JobWords.Origin, outcome.Origin.ToString());
        }

        json.WriteNumber(JobWords.Threshold, outcome.PassThreshold);
        if (outcome.IsPassed)
        {
            json.WriteBoolean(JobWords.Passed, true);
        }

        if (outcome.Credits is { } credits && double.IsFinite(credits))
        {
            json.WriteNumber(JobWords.Credits, credits);
        }

        if (place is { } offset)
        {
            json.WriteNumber(JobWords.Place, offset);
        }
        else if (outcome.IsSuccess)
        {
            json.WritePropertyName(JobWords.Audit);
            StoredAudit.Write(json, outcome.Audit);
        }
        else
        {
            json.WritePropertyName(JobWords.Error);
            StoredError.Write(json, outcome.Error);
        }

        json.WriteEndObject();
    }

    /// <exception cref="JsonException">It is no stored outcome.</exception>
    public static StoredOutcome Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, StoredAudit.ReaderOptions);
            return ReadObject(ref reader);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new JsonException("A stored outcome cannot be read.", exception);
        }
    }

    /// <summary>Makes the outcome.</summary>
    /// <param name="audit">The audit; null where there is none.</param>
    /// <param name="error">The error; null where there is an audit.</param>
    /// <exception cref="JsonException">There is neither, or what there is does not go with the status.</exception>
    public PageAuditOutcome ToOutcome(PageAudit? audit, SeoAuditException? error)
    {
        PageAuditOutcome outcome = (Status, audit, error) switch
        {
            // No service audits anything else, and not all of it could be written again.
            (OutcomeStatus.Audited, _, _) when Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" } => throw new JsonException("A stored audit is of no page."),
            (OutcomeStatus.Audited, { } made, _) => PageAuditOutcome.Succeeded(Url, made with { Url = Url }, Index),
            (OutcomeStatus.Failed, _, { } fault) => PageAuditOutcome.Failed(Url, fault, Index),
            (OutcomeStatus.NotAttempted, _, { } reason) => PageAuditOutcome.NotAttempted(Url, reason, Index),
            _ => throw new JsonException("A stored outcome lacks its audit or error."),
        };
        return outcome with { Origin = Origin, PassThreshold = PassThreshold, Credits = Credits };
    }

    private static StoredOutcome ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A stored outcome is an object.");
        }

        var stored = new StoredOutcome { Url = null!, Index = -1 };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            stored = name switch
            {
                JobWords.Index => stored with { Index = reader.GetInt32() },
                JobWords.Url => stored with { Url = UrlLine.Read(reader.GetString() ?? throw new FormatException("A stored outcome has no URL.")) },
                JobWords.Status => stored with { Status = Enum.Parse<OutcomeStatus>(reader.GetString()!) },
                JobWords.Origin => stored with { Origin = Enum.Parse<OutcomeOrigin>(reader.GetString()!) },
                JobWords.Threshold => stored with { PassThreshold = Finite(reader.GetDouble()) },
                JobWords.Passed => stored with { IsPassed = reader.GetBoolean() },
                JobWords.Credits => stored with { Credits = Finite(reader.GetDouble()) },
                JobWords.Place => stored with { Place = reader.GetInt64() },
                JobWords.Audit => stored with { Audit = StoredAudit.Read(ref reader) },
                JobWords.Error => stored with { Error = StoredError.Read(ref reader) },
                _ => Skip(ref reader, stored),
            };
        }

        return stored switch
        {
            { Url: null } or { Index: < 0 } => throw new JsonException("A stored outcome lacks its URL or index."),
            { Place: < 0 } => throw new JsonException("A stored outcome has a place before the journal's beginning."),
            _ => stored,
        };
    }

    // Nothing else can be written again.
    private static double Finite(double number) => double.IsFinite(number) ? number : throw new FormatException("A number of a stored outcome is none.");

    private static StoredOutcome Skip(ref Utf8JsonReader reader, StoredOutcome stored)
    {
        reader.Skip();
        return stored;
    }
}
