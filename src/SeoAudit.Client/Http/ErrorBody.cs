using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Http;

/// <summary>What an error answer says, in any of the shapes that the three services use.</summary>
/// <remarks>
/// <c>{message, errors}</c> and <c>{error, error_code}</c> (SEOgent), <c>{error, message, retry_at?}</c> (MetricSpot),
/// <c>{error}</c> or <c>{error: {message, code}}</c> or <c>{detail}</c> (SEOPeek documents none).
/// </remarks>
internal sealed partial record ErrorBody
{
    private const int MaxLength = 1024 * 1024;

    private static readonly ErrorBody Nothing = new();

    public string? Message { get; private init; }

    public string? Code { get; private init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Fields { get; private init; }

    public DateTimeOffset? RetryAt { get; private init; }

    /// <summary>A moment within the message, which is to be believed only where nothing else says when to come back.</summary>
    public DateTimeOffset? MentionedMoment { get; private init; }

    public static ErrorBody Read(Stream body, string? mediaType, ServiceCall call)
    {
        if (body.Length is 0 or > MaxLength)
        {
            return Nothing;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, JsonLimits.Document);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object => Read(document.RootElement),
                JsonValueKind.String => Said(document.RootElement.GetString()!),
                _ => Nothing,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or RegexMatchTimeoutException)
        {
            return mediaType == "text/plain" ? Said(body, call) : Nothing;
        }
    }

    private static ErrorBody Said(Stream body, ServiceCall call)
    {
        body.Position = 0;
        using var reader = new StreamReader(body, leaveOpen: true);
        var beginning = new char[BodySnippet.Room(call)];
        var text = new string(beginning, 0, reader.ReadBlock(beginning));
        return Said(call.Redact(text, ShortText.LengthOf(text, BodySnippet.MaxLength)));
    }

    private static ErrorBody Said(string text) =>
        string.IsNullOrWhiteSpace(text) ? Nothing : new ErrorBody { Message = text.Trim(), MentionedMoment = MomentWithin(text) };

    private static ErrorBody Read(JsonElement root)
    {
        JsonElement error = Member(root, "error");
        string? message = Text(root, "message") ?? Text(error, "message") ?? Text(root, "error") ?? Text(root, "detail");
        return new ErrorBody
        {
            Message = message,
            Code = Text(root, "error_code") ?? Text(root, "code") ?? Text(error, "code") ?? UpperCaseCode(Text(root, "error")),
            Fields = ReadFields(Member(root, "errors")),
            RetryAt = Moment(Text(root, "retry_at"))
                ?? Moment(Text(error, "retry_at"))
                ?? Moment(Text(Member(root, "cooldown"), "retry_at")),
            MentionedMoment = MomentWithin(message) ?? MomentWithin(Text(root, "error")),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>>? ReadFields(JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (JsonProperty field in errors.EnumerateObject())
        {
            fields[field.Name] = field.Value.ValueKind == JsonValueKind.Array
                ? [.. field.Value.EnumerateArray().Select(static text => text.ToString())]
                : [field.Value.ToString()];
        }

        return fields;
    }

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string? Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? UpperCaseCode(string? text) => text is not null && CodePattern().IsMatch(text) ? text : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;

    private static DateTimeOffset? MomentWithin(string? text)
    {
        try
        {
            return text is not null && MomentPattern().Match(text) is { Success: true } match ? Moment(match.Value) : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{2,63}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex CodePattern();

    [GeneratedRegex(
        @"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:?\d{2})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex MomentPattern();
}
