using System.Net;

namespace SeoAudit.Emulator.Auditing.Fetching;

internal static class RedirectTarget
{
    /// <summary>Where an answer sends its caller; null when it is the final one.</summary>
    public static Uri? Of(HttpResponseMessage response, Uri current)
    {
        bool redirects = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
            or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        return redirects && response.Headers.Location is { } location && Uri.TryCreate(current, location, out Uri? target)
            ? target
            : null;
    }
}
