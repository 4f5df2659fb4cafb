using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client;
using SeoAudit.Tests.Shared;

// Given by the host that started this: where the emulator is, and a page that it may audit.
var emulator = new Uri(args[0], UriKind.Absolute);
var page = new Uri(args[1], UriKind.Absolute);
using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));

var services = new ServiceCollection();
services.AddSeoAudit().UseEmulator(emulator);
await using ServiceProvider provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<ISeoAuditClient>();
await RoundTrips.RunAsync(client, page, deadline.Token);
await ReportRoundTrips.RunAsync(client, page, deadline.Token);
return 0;
