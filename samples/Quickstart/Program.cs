using System.Text.RegularExpressions;
using Quickstart;

await using var site = await DemoSite.StartAsync(CancellationToken.None);
using var http = new HttpClient();

Console.WriteLine(site.BaseAddress);
var sitemap = await http.GetStringAsync(site.SitemapUrl);
foreach (Match loc in Regex.Matches(sitemap, "<loc>(?<url>[^<]+)</loc>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
{
    using var response = await http.GetAsync(new Uri(loc.Groups["url"].Value));
    Console.WriteLine($"{(int)response.StatusCode} {response.RequestMessage!.RequestUri!.AbsolutePath}");
}

if (args is ["--wait"])
    await Task.Delay(Timeout.Infinite);
