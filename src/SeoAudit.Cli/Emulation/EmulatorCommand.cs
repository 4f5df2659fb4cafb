using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Emulator;

namespace SeoAudit.Cli.Emulation;

internal static class EmulatorCommand
{
    private static readonly Option<int?> Port = Values.Count("--port", "N", 0, ushort.MaxValue, "The port on 127.0.0.1; by default a free one.");

    private static readonly Option<string?> Site = Values.Text("--site", "DIR", "Also serves a folder of static files, with a sitemap.xml where it has none.");

    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("emulator", "Runs the three services on this machine until Ctrl+C: they really audit pages, of this machine only.") { Port, Site };
        command.Does(arguments, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        SiteFolder? folder = invocation.Get(Site) is { } path ? SiteFolder.Open(path) : null;
        await using StaticSite? site = folder is null ? null : await StaticSite.StartAsync(folder, invocation.Stop);
        await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync(
            new SeoAuditEmulatorOptions { Port = invocation.Get(Port) ?? 0 }, invocation.Stop);
        var addresses = new EmulatorAddresses(emulator.BaseAddress, site?.SitemapUrl);
        if (invocation.Json)
        {
            JsonOutput.Write(addresses.Write);
        }
        else
        {
            Console.Out.WriteLine(addresses.Text());
        }

        invocation.Screen.Note("Running until Ctrl+C.");
        var stopped = new TaskCompletionSource();
        await using CancellationTokenRegistration stop = invocation.Stop.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCode.Passed;
    }
}
