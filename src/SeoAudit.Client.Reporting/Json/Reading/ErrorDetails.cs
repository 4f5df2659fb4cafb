using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json.Reading;

/// <summary>What a report tells of an error beside its text.</summary>
internal sealed record ErrorDetails
{
    public OutcomeErrorKind Kind { get; private init; }

    public string? Code { get; private init; }

    public int? HttpStatus { get; private init; }

    public string? ServiceMessage { get; private init; }

    public string? RequestId { get; private init; }

    public string? Operation { get; private init; }

    public string? OperationId { get; private init; }

    public bool IsTransient { get; private init; }

    public int Attempts { get; private init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors { get; private init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public RateLimit? RateLimit { get; private init; }

    public string? FinalStatus { get; private init; }

    public TimeoutKind TimeoutKind { get; private init; }

    public TimeSpan Timeout { get; private init; }

    public long MaxCredits { get; private init; }

    public long? EstimatedCredits { get; private init; }

    public long Balance { get; private init; }

    public bool IsCancelled { get; private init; }

    public string? WhatToCheck { get; private init; }

    public JournalFault JournalFault { get; private init; }

    public string JournalPath { get; private init; } = string.Empty;

    public static ErrorDetails? Read(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IsObject(ref reader))
        {
            return null;
        }

        var details = new ErrorDetails();
        while (JsonValues.NextMember(ref reader, out string name))
        {
            details = details.With(name, ref reader);
        }

        return details;
    }

    private ErrorDetails With(string name, ref Utf8JsonReader reader) => name switch
    {
        JsonWords.Kind => this with { Kind = new OutcomeErrorKind(JsonValues.Text(ref reader) ?? string.Empty) },
        JsonWords.Code => this with { Code = JsonValues.Text(ref reader) },
        JsonWords.HttpStatus => this with { HttpStatus = JsonValues.Int(ref reader) },
        JsonWords.ServiceMessage => this with { ServiceMessage = JsonValues.Text(ref reader) },
        JsonWords.RequestId => this with { RequestId = JsonValues.Text(ref reader) },
        JsonWords.Operation => this with { Operation = JsonValues.Text(ref reader) },
        JsonWords.OperationId => this with { OperationId = JsonValues.Text(ref reader) },
        JsonWords.Transient => this with { IsTransient = JsonValues.Flag(ref reader) ?? false },
        JsonWords.Attempts => this with { Attempts = JsonValues.Int(ref reader) ?? 0 },
        JsonWords.FieldErrors => this with { FieldErrors = ErrorPartsReader.FieldErrors(ref reader) },
        JsonWords.RateLimit => this with { RateLimit = ErrorPartsReader.RateLimit(ref reader) },
        _ => WithOwn(name, ref reader),
    };

    /// <summary>What only errors of one type have.</summary>
    private ErrorDetails WithOwn(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case JsonWords.FinalStatus:
                return this with { FinalStatus = JsonValues.Text(ref reader) };
            case JsonWords.TimeoutKind:
                return this with { TimeoutKind = ReportWords.Timeout(JsonValues.Text(ref reader)) ?? default };
            case JsonWords.Timeout:
                return this with { Timeout = JsonValues.Milliseconds(ref reader) ?? default };
            case JsonWords.MaxCredits:
                return this with { MaxCredits = JsonValues.Whole(ref reader) ?? 0 };
            case JsonWords.EstimatedCredits:
                return this with { EstimatedCredits = JsonValues.Whole(ref reader) };
            case JsonWords.Balance:
                return this with { Balance = JsonValues.Whole(ref reader) ?? 0 };
            case JsonWords.Cancelled:
                return this with { IsCancelled = JsonValues.Flag(ref reader) ?? false };
            case JsonWords.WhatToCheck:
                return this with { WhatToCheck = JsonValues.Text(ref reader) };
            case JsonWords.JournalFault:
                return this with { JournalFault = ReportWords.Fault(JsonValues.Text(ref reader)) ?? default };
            case JsonWords.JournalPath:
                return this with { JournalPath = JsonValues.Text(ref reader) ?? string.Empty };
            default:
                reader.Skip();
                return this;
        }
    }
}
