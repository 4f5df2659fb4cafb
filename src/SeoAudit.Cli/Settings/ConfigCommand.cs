using System.CommandLine;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Reports;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using Spectre.Console;

namespace SeoAudit.Cli.Settings;

internal static class ConfigCommand
{
    public static Command Create(IReadOnlyList<string> arguments)
    {
        var list = new Command("list", "Shows which services have a key, and where it comes from; never the key.");
        list.Does(arguments, static invocation => Task.FromResult(List(invocation)));
        var path = new Command("path", "Prints where the file with the keys is.");
        path.Does(arguments, static invocation => Task.FromResult(Where(invocation)));
        Argument<string> setFor = ServiceName();
        var set = new Command("set", "Keeps a service's key, which is asked for on the terminal or read from standard input.") { setFor };
        set.Does(arguments, invocation => SetAsync(invocation, KeyOf(invocation.Get(setFor))));
        Argument<string> unsetFor = ServiceName();
        var unset = new Command("unset", "Forgets a service's key.") { unsetFor };
        unset.Does(arguments, invocation => Task.FromResult(Unset(invocation, KeyOf(invocation.Get(unsetFor)))));
        return new Command("config", "Keeps keys in a file that only you can read.") { list, path, set, unset };
    }

    private static Argument<string> ServiceName()
    {
        var argument = new Argument<string>("SERVICE") { Description = "seopeek, seogent or metricspot." };
        argument.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. AuditOptions.Names.Keys]);
        return argument;
    }

    private static ServiceKey KeyOf(string service) => ServiceKey.Of(AuditOptions.Names[service]);

    private static int Where(Invocation invocation)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(static json =>
            {
                json.WriteStartObject();
                json.WriteString("path", UserSettings.Path);
                json.WriteBoolean("exists", File.Exists(UserSettings.Path));
                json.WriteEndObject();
            });
        }
        else
        {
            Console.Out.WriteLine(UserSettings.Path);
        }

        return ExitCode.Passed;
    }

    private static int List(Invocation invocation)
    {
        var settings = UserSettings.Load();
        var rows = ServiceKey.All.Select(key => (Key: key, State: StateOf(key, settings))).ToList();
        if (invocation.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("path", UserSettings.Path);
                json.WriteStartArray("keys");
                foreach ((ServiceKey key, (string? shown, string? source)) in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("service", key.Section.ToLowerInvariant());
                    json.WriteString("key", shown);
                    json.WriteString("source", source);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Passed;
        }

        Table table = SummaryView.Table("Service", "Key", "From");
        foreach ((ServiceKey key, (string? shown, string? source)) in rows)
        {
            table.AddRow(SummaryView.Cell(AuditOptions.NameOf(key.Service)), SummaryView.Cell(shown ?? "not set"), SummaryView.Cell(source));
        }

        invocation.Screen.Output.Write(table);
        return ExitCode.Passed;
    }

    private static (string? Shown, string? Source) StateOf(ServiceKey key, UserSettings settings)
    {
        // The environment comes first, as it does for the client.
        if (Environment.GetEnvironmentVariable(key.EnvironmentVariable) is { Length: > 0 } fromEnvironment)
        {
            return (key.Mask(fromEnvironment), key.EnvironmentVariable);
        }

        return settings.Find(key) is { Length: > 0 } kept ? (key.Mask(kept), UserSettings.Path) : (null, null);
    }

    private static async Task<int> SetAsync(Invocation invocation, ServiceKey key)
    {
        var settings = UserSettings.Load();
        string value = await SecretInput.ReadAsync($"{AuditOptions.NameOf(key.Service)} key (not shown): ", invocation.Stop);
        if (value.Length == 0 || !value.All(static character => character is > ' ' and < '\u007F'))
        {
            throw new UsageException("A key is one word of printable ASCII characters. Nothing was kept.");
        }

        if (!value.StartsWith(key.Prefix, StringComparison.Ordinal))
        {
            invocation.Screen.Warn($"Keys of {AuditOptions.NameOf(key.Service)} usually begin with {key.Prefix}");
        }

        settings.Set(key, value);
        settings.Save();
        invocation.Screen.Note($"Kept in {UserSettings.Path}");
        return ExitCode.Passed;
    }

    private static int Unset(Invocation invocation, ServiceKey key)
    {
        var settings = UserSettings.Load();
        bool hadKey = settings.Find(key) is not null;
        if (hadKey)
        {
            settings.Set(key, null);
            settings.Save();
        }

        invocation.Screen.Note(hadKey ? $"Forgot the key of {AuditOptions.NameOf(key.Service)}" : $"There was no key of {AuditOptions.NameOf(key.Service)}");
        return ExitCode.Passed;
    }
}
