using BulkAuditApi.Contract;
using BulkAuditApi.Emulation;
using Hangfire;
using Hangfire.Dashboard;
using Scalar.AspNetCore;

namespace BulkAuditApi.Pages;

/// <summary>What is for people: the page at the root, the reference of the API, and Hangfire's dashboard.</summary>
internal static class PageEndpoints
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPages(this WebApplication app, bool isEmulated)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = static file =>
            {
                IHeaderDictionary headers = file.Context.Response.Headers;
                (headers.ContentSecurityPolicy, headers.XContentTypeOptions, headers["Referrer-Policy"]) = (Policy, "nosniff", "no-referrer");
            },
        });
        app.MapGet("/api/settings", () => new ServiceSettings(
                BulkAuditRequest.MaxUrls, BulkAuditRequest.MaxConcurrency, isEmulated, isEmulated ? DemoSite.Pages : 0))
            .ExcludeFromDescription();
        app.MapOpenApi().CacheOutput(static policy => policy.SetLocking(false));
        app.MapScalarApiReference("/docs", static reference =>
        {
            // Nothing is fetched from elsewhere, and nothing told.
            (reference.DefaultFonts, reference.ShowDeveloperTools) = (false, DeveloperToolsVisibility.Never);
            reference.DisableTelemetry().DisableAgent().DisableMcp();
        });
        IDashboardAuthorizationFilter who = app.Configuration.GetValue<bool>("Dashboard:AllowRemote") ? new AnyRequest() : new LocalRequestsOnly();
        app.MapHangfireDashboard("/hangfire", new DashboardOptions
        {
            Authorization = [who],
            AppPath = "/",
            // To look at: what jobs do is decided by the API.
            IsReadOnlyFunc = static _ => true,
            DisplayStorageConnectionString = false,
        });
        if (isEmulated)
        {
            app.MapDemoSite();
        }
    }
}
