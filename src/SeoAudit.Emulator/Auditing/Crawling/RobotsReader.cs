using System.Text;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Auditing.Crawling;

/// <summary>Fetches a site's robots.txt.</summary>
internal sealed class RobotsReader(PageFetcher fetcher)
{
    public async Task<RobotsFile> ReadAsync(Uri site, CancellationToken cancellationToken)
    {
        FetchedResource answer;
        try
        {
            answer = await fetcher
                .FetchResourceAsync(new Uri(site, "/robots.txt"), RobotsTxt.MaxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (PageFetchException)
        {
            // The pages of such a site will say better what is wrong with it.
            return new RobotsFile(null, RobotsTxt.Empty);
        }

        RobotsTxt rules = answer switch
        {
            { IsSuccess: true } => RobotsTxt.Parse(Encoding.UTF8.GetString(answer.Body.Span)),
            { StatusCode: >= 500 } => RobotsTxt.Parse("User-agent: *\nDisallow: /"),
            _ => RobotsTxt.Empty,
        };
        return new RobotsFile(answer.StatusCode, rules);
    }
}
