using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>What the outcomes of a run depend on, in words for the header of its journal. No key is among it.</summary>
internal static class JournalOptions
{
    public static string Describe(BulkAuditOptions options, Func<AuditService, string> endpoint)
    {
        AuditService[] services = [options.Service, .. options.ServiceFallback];
        return string.Join(
            "; ",
            $"Service = {string.Join(" then ", services)}",
            $"Performance = {options.Performance}",
            $"Accessibility = {options.Accessibility}",
            $"Cooldown = {options.Cooldown}",
            $"at {string.Join(", ", services.Select(endpoint))}");
    }

    public static string Fingerprint(string description) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(description)).AsSpan(0, 8));
}
