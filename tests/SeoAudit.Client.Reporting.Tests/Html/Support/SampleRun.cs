using System.Globalization;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Html.Support;

/// <summary>A run over a shop, the same each time: good pages and bad ones, two services, errors of several kinds.</summary>
internal static class SampleRun
{
    private static readonly string[] Sections = ["shoes", "jackets", "bags", "journal", "help", "stores", "brands", "sale"];
    private static readonly string[] Adjectives = ["Waterproof", "Lightweight", "Everyday", "Recycled", "Classic", "Packable", "Insulated"];
    private static readonly string[] Things = ["Trail Runner", "Rain Shell", "Daypack", "Field Notes", "Wool Beanie", "Weekender", "Canvas Low"];

    private static readonly (string Key, string Name, string Category, string Severity, int Fails, string Message)[] Checks =
    [
        ("meta_description", "Meta description length", "meta", "major", 46, "The description is {0} characters long; aim for 120 to 160."),
        ("title_length", "Title length", "meta", "major", 31, "The title is {0} characters long; search pages cut it after about 60."),
        ("image_alt", "Images have alternative text", "content", "critical", 28, "{0} images have no alternative text."),
        ("canonical", "Canonical address", "indexability", "critical", 9, "The canonical address is missing."),
        ("heading_order", "Heading order", "content", "minor", 37, "A level {0} heading follows a level 2 heading."),
        ("structured_data", "Structured data", "meta", "minor", 52, "No JSON-LD was found."),
        ("render_blocking", "Render-blocking resources", "performance", "major", 24, "{0} resources delay the first paint."),
        ("internal_links", "Internal links", "crawlability", "info", 12, "Only {0} internal links point here."),
        ("robots", "Robots allowed", "crawlability", "critical", 2, "The page asks not to be indexed."),
        ("text_contrast", "Text contrast", "accessibility", "major", 18, "{0} elements have too little contrast."),
        ("https", "HTTPS", "indexability", "critical", 1, "The page is reachable without encryption."),
        ("viewport", "Viewport", "meta", "minor", 3, "The viewport is not set."),
    ];

    public static IEnumerable<PageAuditOutcome> Of(int pages)
    {
#pragma warning disable CA5394 // The same pages each time are what is wanted.
        var random = new Random(7);
        for (var index = 0; index < pages; index++)
        {
            string url = Address(index, random);
            yield return random.Next(100) switch
            {
                < 2 => Error(url, index, new SeoAuditTimeoutException("The audit was not done after 5 minutes. It can be resumed by its id.") { Service = AuditService.Seogent, OperationId = $"scan_{index}" }),
                < 4 => Error(url, index, new SeoAuditException("SEOgent answered 503 (Service Unavailable) four times.") { Service = AuditService.Seogent, StatusCode = System.Net.HttpStatusCode.ServiceUnavailable, RequestId = $"req-{index}" }),
                < 5 => Error(url, index, new AuditFailedException("The page could not be loaded: the host name does not resolve.") { Service = AuditService.MetricSpot }),
                < 7 when index > pages * 3 / 4 => Outcomes.NotAttempted(url, Outcomes.AuditedAt.AddDays(1), index),
                _ => Audited(url, index, random),
            };
        }
    }

    private static PageAuditOutcome Error(string url, int index, SeoAuditException error) => PageAuditOutcome.Failed(new Uri(url), error, index);

    private static string Address(int index, Random random)
    {
        string section = Sections[random.Next(Sections.Length)];
        return index == 0 ? "https://shop.example/" : string.Create(CultureInfo.InvariantCulture, $"https://shop.example/{section}/{Slug(random)}-{index}{(index % 23 == 0 ? "?colour=slate&size=42&utm_source=newsletter" : string.Empty)}");
    }

    private static string Slug(Random random) => $"{Adjectives[random.Next(Adjectives.Length)]}-{Things[random.Next(Things.Length)].Replace(' ', '-')}".ToLowerInvariant();

    private static PageAuditOutcome Audited(string url, int index, Random random)
    {
        var service = random.Next(5) == 0 ? AuditService.MetricSpot : AuditService.Seogent;
        PageCheck[] checks = [.. Checks.Select(check => Check(check, service, random))];
        double score = Math.Clamp(100 - (checks.Count(static check => check.Status == CheckStatus.Failed) * 9) - random.Next(14), 12, 100);
        string title = $"{Adjectives[random.Next(Adjectives.Length)]} {Things[random.Next(Things.Length)]} \u2013 Example Shop";
        return Outcomes.Of(
            new PageAudit
            {
                Url = new Uri(url),
                Service = service,
                Score = score,
                Grade = service == AuditService.MetricSpot ? null : new Grade(score >= 90 ? "A" : score >= 70 ? "B" : score >= 50 ? "C" : score >= 40 ? "D" : "F"),
                Checks = checks,
                Metadata = service == AuditService.MetricSpot ? new PageMetadata() : new PageMetadata { Title = title, Description = $"{title}: made to last, repaired for free.", Canonical = url },
                CoreWebVitals = service == AuditService.MetricSpot || index % 9 == 0 ? null : Vitals(random),
                AuditedAt = Outcomes.AuditedAt.AddSeconds(index * 2),
            },
            index);
    }

    private static CoreWebVitals Vitals(Random random) => new()
    {
        Lcp = TimeSpan.FromMilliseconds(1_100 + (random.NextDouble() * random.NextDouble() * 5_200)),
        Cls = Math.Round(random.NextDouble() * random.NextDouble() * 0.4, 3),
        Inp = TimeSpan.FromMilliseconds(60 + (random.NextDouble() * random.NextDouble() * 700)),
        Fcp = TimeSpan.FromMilliseconds(700 + (random.NextDouble() * 1_500)),
        Ttfb = TimeSpan.FromMilliseconds(90 + (random.NextDouble() * 600)),
        PerformanceScore = random.Next(40, 100),
    };

    private static PageCheck Check((string Key, string Name, string Category, string Severity, int Fails, string Message) check, AuditService service, Random random)
    {
        bool fails = random.Next(100) < check.Fails;
        bool warns = !fails && service == AuditService.Seogent && random.Next(12) == 0;
        return new PageCheck
        {
            Key = check.Key,
            Name = check.Name,
            Category = check.Category,
            Severity = service == AuditService.MetricSpot ? check.Severity : null,
            Weight = service == AuditService.Seogent ? 5 : null,
            Status = fails ? CheckStatus.Failed : warns ? CheckStatus.Warning : CheckStatus.Passed,
            Message = fails || warns ? string.Format(CultureInfo.InvariantCulture, check.Message, random.Next(3, 90)) : "All is well.",
        };
    }
#pragma warning restore CA5394
}
