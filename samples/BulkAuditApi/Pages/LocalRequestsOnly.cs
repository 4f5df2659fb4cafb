using System.Net;
using Hangfire.Dashboard;

namespace BulkAuditApi.Pages;

/// <summary>Lets in who is on this machine, and nobody whose request a proxy on this machine passes on.</summary>
internal sealed class LocalRequestsOnly : IDashboardAuthorizationFilter
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public bool Authorize(DashboardContext context)
    {
        HttpContext http = context.GetHttpContext();
        return http.Connection is { RemoteIpAddress: { } remote, LocalIpAddress: { } local }
            && (remote.Equals(IPAddress.Loopback) || remote.Equals(IPAddress.IPv6Loopback) || remote.Equals(IPAddress.Loopback.MapToIPv6()) || remote.Equals(local))
            && !Array.Exists(ProxyHeaders, http.Request.Headers.ContainsKey);
    }
}
