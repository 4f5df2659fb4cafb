namespace SeoAudit.Client.Http;

/// <summary>Finds the id that a service, or a proxy before it, gave a request.</summary>
internal static class RequestIds
{
    private static readonly string[] Names =
        ["x-request-id", "request-id", "x-correlation-id", "function-execution-id", "x-cloud-trace-context", "cf-ray"];

    public static string? Read(HttpResponseMessage response)
    {
        foreach (string name in Names)
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } id)
            {
                return id;
            }
        }

        return null;
    }
}
