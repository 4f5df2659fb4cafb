using System.CommandLine;
using System.Globalization;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Emulation;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Client;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Cli.Scans;

internal static class ScanCommand
{
    private static readonly Argument<string> Domain = new("DOMAIN")
    {
        Description = "The site, e.g. example.com; with --local an address on this machine or a folder of static files.",
    };

    public static Command Create(IReadOnlyList<string> arguments)
    {
        Command command = new Command("scan", "Has SEOgent find and audit the pages of a whole site, waits, and reports.") { Domain }
            .With(ScanOptions.All)
            .With([AuditOptions.Performance, AuditOptions.Accessibility, AuditOptions.PassThreshold, AuditOptions.Local, ScanOptions.Timeout])
            .With(OutputOptions.All).With(GateOptions.All);
        command.Does(arguments, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        string domain = invocation.Get(Domain);
        bool local = invocation.Get(AuditOptions.Local);
        SinkSettings settings = await SinkSettings.ReadAsync(invocation);
        if (!local)
        {
            return await ResultRun.WithClientAsync(invocation, AuditService.Seogent, client => RunAsync(invocation, settings, client, domain));
        }

        bool isFolder = LocalSite.IsFolder(domain, local);
        if (!isFolder && !(Uri.TryCreate(domain.Contains("://", StringComparison.Ordinal) ? domain : $"http://{domain}", UriKind.Absolute, out Uri? url) && url.IsLoopback))
        {
            throw new UsageException($"{domain} is not on this machine, and --local asks nobody else.");
        }

        SiteFolder? folder = isFolder ? SiteFolder.Open(domain) : null;
        await using StaticSite? site = folder is null ? null : await StaticSite.StartAsync(folder, invocation.Stop);
        if (folder is not null)
        {
            settings = settings with { SourceFile = folder.SourceOf };
        }

        await using LocalStage stage = await LocalStage.StartAsync(invocation.Screen, invocation.Stop);
        return await RunAsync(invocation, settings, stage.Client.Client, site?.BaseAddress.GetLeftPart(UriPartial.Authority) ?? domain);
    }

    private static async Task<int> RunAsync(Invocation invocation, SinkSettings settings, ISeoAuditClient client, string domain)
    {
        ScanRequest request = ScanRequest.ForDomain(domain, invocation.Get(ScanOptions.MaxPages) ?? ScanOptions.DefaultPages) with
        {
            PerformanceScan = invocation.Get(AuditOptions.Performance),
            AccessibilityScan = invocation.Get(AuditOptions.Accessibility),
            LinkCheck = invocation.Get(ScanOptions.LinkCheck),
            MaxCredits = invocation.Get(ScanOptions.MaxCredits),
        };
        return await ResultRun.WaitAsync(invocation, settings, StartAsync, OutcomeOrigin.Service);

        async Task<ScanOperation> StartAsync()
        {
            ScanOperation scan;
            try
            {
                scan = await client.Seogent.StartScanAsync(request, invocation.Stop);
            }
            catch (OperationCanceledException)
            {
                invocation.Screen.Warn($"The scan may have been queued all the same. See: {RootCommands.Name} list");
                throw;
            }

            // Without it, what was paid for is lost.
            string credits = scan.Created?.EstimatedCredits is { } estimated ? string.Create(CultureInfo.InvariantCulture, $", about {estimated:N0} credits") : "";
            invocation.Screen.Say($"Scan {scan.Id} is queued{credits}");
            return scan;
        }
    }
}
