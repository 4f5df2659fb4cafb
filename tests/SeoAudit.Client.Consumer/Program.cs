using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

// An app that has the packages and nothing else of this repository.
await using StaticPage page = await StaticPage.StartAsync();
await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));

var services = new ServiceCollection();
services.AddSeoAudit().UseEmulator(emulator);
await using ServiceProvider provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<ISeoAuditClient>();
await RoundTrips.RunAsync(client, page.Address, deadline.Token);
await ReportRoundTrips.RunAsync(client, page.Address, deadline.Token);
await HostRoundTrips.RunAsync(emulator, page.Address, deadline.Token);
return 0;
