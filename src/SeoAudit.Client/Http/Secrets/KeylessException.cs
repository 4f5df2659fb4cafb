using System.Text.Json;

namespace SeoAudit.Client.Http.Secrets;

/// <summary>Causes as they may be shown: the platform quotes what it could not read, and a service may have put the key there.</summary>
internal static class KeylessException
{
    public static Exception Of(Exception exception, ServiceCall call)
    {
        string text = exception.ToString();
        if (call.Redact(text) == text)
        {
            return exception;
        }

        string message = call.Redact(exception.Message);
        Exception? cause = exception.InnerException is { } inner ? Of(inner, call) : null;
        return exception switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, cause, http.StatusCode),
            JsonException json => new JsonException(message, json.Path is { } path ? call.Redact(path) : null, json.LineNumber, json.BytePositionInLine, cause),
            _ => new IOException(message, cause),
        };
    }
}
