using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Pages;

/// <summary>Has several services audit the same page at the same time; what one of them cannot do does not keep the others back.</summary>
internal static class ServiceComparer
{
    public static async Task<ServiceComparison> CompareAsync(
        Uri url, IEnumerable<AuditService> services, Func<AuditService, Task<PageAudit>> audit) => new()
        {
            Url = url,
            Outcomes = await Task.WhenAll(services.Select(service => TryAsync(url, service, audit))).ConfigureAwait(false),
        };

    private static async Task<PageAuditOutcome> TryAsync(Uri url, AuditService service, Func<AuditService, Task<PageAudit>> audit)
    {
        try
        {
            return PageAuditOutcome.Succeeded(url, await audit(service).ConfigureAwait(false));
        }
        catch (SeoAuditException exception)
        {
            exception.Facts = exception.Facts with { Service = service };
            return PageAuditOutcome.Failed(url, exception);
        }
        catch (ArgumentException exception)
        {
            // The services differ in how long a URL may be.
            return PageAuditOutcome.Failed(url, BadUrl.Error(exception, service));
        }
    }
}
