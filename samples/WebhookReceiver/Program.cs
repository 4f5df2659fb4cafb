using SeoAudit.Client;
using SeoAudit.Client.AspNetCore;
using SeoAudit.Client.Seogent;
using SeoAudit.Emulator;

// Fire and forget: starts a scan of the address given, or of the page below, and prints its report when the webhook comes.
await using var emulator = await SeoAuditEmulator.StartAsync();
var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
// The server's own log would hold the webhook's address, and with it the secret.
builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
// Keep the secret where keys are kept; one made anew with every start refuses webhooks of scans that were started before.
builder.Services.AddSeoAudit()
    .UseEmulator(emulator)
    .AddSeogentWebhooks(static options => options.Secrets = [SeogentWebhookSecret.Generate()]);

var app = builder.Build();
var printed = new TaskCompletionSource();
app.MapGet("/", static () => Results.Content(
    """<!doctype html><html lang="en"><head><title>A small page to be scanned</title></head><body><h1>Hello</h1></body></html>""", "text/html"));
app.MapSeogentWebhook("/seo-callback", async (scan, cancellationToken) =>
{
    Console.WriteLine($"Scan {scan.ScanId} of {scan.Report.Domain} has completed: {scan.Report.AverageScore} on average.");
    await foreach (ScannedPage page in scan.Report.Pages.WithCancellation(cancellationToken))
        Console.WriteLine($"  {page.Url}: {page.Score} ({page.Grade}), {page.FailedChecks.Count} checks failed");
    printed.TrySetResult();
});
await app.StartAsync();

var own = new Uri(app.Urls.Single());
var request = ScanRequest.ForUrls(args.Length > 0 ? new Uri(args[0]) : own) with
{
    WebhookUrl = app.Services.GetRequiredService<SeogentWebhookUrls>().Create(new Uri(own, "/seo-callback")),
};
ScanOperation scan = await app.Services.GetRequiredService<ISeoAuditClient>().Seogent.StartScanAsync(request);
Console.WriteLine($"Scan {scan.Id} was started. Nobody polls for it.");
await printed.Task.WaitAsync(TimeSpan.FromSeconds(30));
await app.StopAsync();
