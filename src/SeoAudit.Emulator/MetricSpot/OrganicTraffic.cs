using System.Security.Cryptography;
using System.Text;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Made-up traffic numbers that depend on the URL alone, so that demos and tests can be repeated.</summary>
internal static class OrganicTraffic
{
    private const int Days = 28;

    public static MetricSpotGoogle Of(Uri url)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri));
        int[] daily = [.. Enumerable.Range(0, Days).Select(day => 20 + hash[day % hash.Length])];
        int sessions = daily.Sum();
        return new MetricSpotGoogle(
            Connected: true,
            Linked: true,
            new MetricSpotAnalytics(
                sessions,
                daily,
                [
                    new MetricSpotTopPage(url.AbsolutePath, sessions / 2),
                    new MetricSpotTopPage("/pricing", sessions / 5),
                    new MetricSpotTopPage("/about", sessions / 10),
                ]),
            new MetricSpotSearchConsole(
                [
                    new MetricSpotTopQuery(url.Host, sessions / 3, sessions * 2),
                    new MetricSpotTopQuery(url.Host + " pricing", sessions / 12, sessions),
                    new MetricSpotTopQuery("how to audit a page", hash[30] / 8, 400 + hash[31]),
                ],
                new MetricSpotIndexing(10 + hash[29])));
    }
}
