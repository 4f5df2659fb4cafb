using System.Buffers;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>An answer that is no success, made a typed error, with all that it promises.</summary>
internal sealed class ErrorTarget(ServiceWire wire, string method) : FuzzTarget(
    $"error-{wire.Profile.Service}",
    "Errors",
    new MessageGrammar(
        new JsonGrammar("error", "message", "errors", "error_code", "code", "detail", "retry_at", "cooldown"),
        "Retry-After",
        "X-RateLimit-Reset",
        "RateLimit-Remaining",
        "X-RateLimit-Limit",
        "Content-Type",
        "text/plain",
        "Content-Length",
        "x-request-id",
        "422",
        "429",
        "503"))
{
    private const int MaxSnippet = 4096;
    private const int MaxMessage = 1_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override async Task<object?> ReadAsync(byte[] input)
    {
        using HttpResponseMessage answer = HttpMessage.Parse(input);
        try
        {
            return await wire.AskAsync<SeoPeekHealth>(method, answer);
        }
        catch (SeoAuditException exception)
        {
            Check(exception);
            throw;
        }
    }

    // A failure of the transport would be a fault of a reader that was taken for one.
    public override bool IsDocumented(Exception exception) => exception is SeoAuditException
    {
        StatusCode: not null, InnerException: null,
    } or SeoAuditResponseException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } };

    private static void Check(SeoAuditException exception)
    {
        string[] texts =
        [
            exception.Message, exception.ServiceMessage ?? string.Empty, exception.ErrorCode ?? string.Empty, exception.ResponseBody ?? string.Empty,
            .. exception.FieldErrors.Keys, .. exception.FieldErrors.Values.SelectMany(static errors => errors),
        ];
        foreach (string text in texts)
        {
            BrokenPromiseException.ThrowIf(text.Contains(ServiceWire.Key, StringComparison.Ordinal), "The key is told.");
            BrokenPromiseException.ThrowIf(!IsUnicode(text), "A text is not Unicode.");
        }

        BrokenPromiseException.ThrowIf(exception.Message.Length > MaxMessage, "The message is too long.");
        BrokenPromiseException.ThrowIf(Encoding.UTF8.GetByteCount(exception.ResponseBody ?? string.Empty) > MaxSnippet, "The snippet is too long.");
        BrokenPromiseException.ThrowIf(exception.RateLimit is { RetryAfter: { } wait } && wait < TimeSpan.Zero, "The wait is negative.");
        BrokenPromiseException.ThrowIf(exception.RateLimit is { } limit && limit.RetryAfter is null != limit.RetryAt is null, "A wait has no end.");
        Store(exception);
    }

    private static void Store(SeoAuditException exception)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            StoredError.Write(writer, exception);
        }

        var reader = new Utf8JsonReader(bytes.WrittenSpan, StoredAudit.ReaderOptions);
        SeoAuditException read;
        try
        {
            read = StoredError.Read(ref reader);
        }
        catch (JsonException unreadable)
        {
            throw new BrokenPromiseException($"A stored error cannot be read: {unreadable}");
        }

        BrokenPromiseException.ThrowIf(
            read.GetType() != exception.GetType() || read.Message != exception.Message || read.RateLimit != exception.RateLimit,
            "A stored error came back otherwise.");
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            return Strict.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
