using System.Diagnostics;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

// The emulator is not built for Native AOT, so it runs here and the smoke app as a process of its own.
await using StaticPage page = await StaticPage.StartAsync();
await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
using var app = Process.Start(args[0], [emulator.BaseAddress.AbsoluteUri, page.Address.AbsoluteUri]);
await app.WaitForExitAsync();
return app.ExitCode;
