using SeoAudit.Client.Http;

namespace SeoAudit.Client.DependencyInjection;

/// <summary>The names under which a registration's HTTP clients are known to the app's <see cref="IHttpClientFactory"/>.</summary>
internal static class HttpClientNames
{
    public static string For(string registration, ServiceProfile profile) => For(registration, profile.Name);

    public static string Public(string registration) => For(registration, "Public");

    private static string For(string registration, string name) =>
        registration.Length == 0 ? $"SeoAudit.{name}" : $"SeoAudit.{name}:{registration}";
}
