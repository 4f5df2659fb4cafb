using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

/// <summary>What pages and services say is data: never a template, a path, a program or a document type.</summary>
public sealed class UntrustedTextTests
{
    private static readonly string[] Hostile =
    [
        "{0} {1:x} {Service}", "%s%n%d", "${jndi:ldap://evil.example/a}", "../../etc/passwd", "C:\\Windows\\win.ini", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
        "'; drop table audits; --", "\r\n[ERR] forged", "\u001b[2J", "\u202egpj.exe", "\0", "$(touch /x)", "`id`", "{{7*7}}", "=cmd|' /C calc'!A0", "__proto__", "$type",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_the_journal_and_the_jobs_touch_files()
    {
        string[] files = ["System.IO.File", "System.IO.FileStream", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.RandomAccess", "Microsoft.Win32.SafeHandles.SafeFileHandle"];
        string[] from = [.. Code(code => code.References.Where(reference => files.Contains(reference.To, StringComparer.Ordinal)).Select(static reference => reference.From))];

        Assert.NotEmpty(from);
        Assert.DoesNotContain(from, static type => !type.StartsWith("SeoAudit.Client.Bulk.Journal.", StringComparison.Ordinal) && !type.StartsWith("SeoAudit.Client.Jobs.", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_starts_programs_loads_code_or_compiles_patterns_at_run_time()
    {
        string[] types = ["System.Diagnostics.Process", "System.Runtime.Loader.AssemblyLoadContext", "System.Text.CompositeFormat", "System.Xml.XmlDocument", "System.Xml.XmlUrlResolver", "System.Xml.Xsl.XslCompiledTransform"];
        (string Type, string Method)[] calls =
        [
            ("System.Reflection.Assembly", "Load"), ("System.Reflection.Assembly", "LoadFrom"), ("System.Type", "GetType"), ("System.Activator", "CreateInstance"), ("System.String", "Format"),
            ("System.Text.StringBuilder", "AppendFormat"), ("System.Text.RegularExpressions.Regex", "IsMatch"),
        ];

        Assert.Empty(Code(code => code.References.Where(reference => types.Contains(reference.To, StringComparer.Ordinal)).Select(static reference => $"{reference.From} uses {reference.To}")));
        Assert.Empty(Code(code => code.Calls
            .Where(static call => call.From.StartsWith("SeoAudit.Client.", StringComparison.Ordinal) && !call.From.EndsWith("JsonContext", StringComparison.Ordinal))
            .Where(call => calls.Contains((call.Type, call.Method)) && !(call.Method == "IsMatch" && call.From.EndsWith(".ErrorBody", StringComparison.Ordinal)))
            .Select(static call => $"{call.From} calls {call.Type}.{call.Method}")));
    }

    [Fact]
    public void What_is_logged_has_a_template_that_is_known_when_it_is_compiled() =>
        Assert.Empty(Code(static code => code.Calls.Where(static call => call.Type == "Microsoft.Extensions.Logging.LoggerExtensions").Select(static call => $"{call.From} calls {call.Method}")));

    [Fact]
    public async Task Hostile_texts_come_out_as_they_are_and_leave_no_trace_in_the_log()
    {
        foreach (string text in Hostile)
        {
            string quoted = JsonSerializer.Serialize(text);
            string json = $$"""{"url":{{quoted}},"score":1,"grade":{{quoted}},"checks":[{"name":{{quoted}},"passed":true,"message":{{quoted}},"value":{{quoted}}}],"meta":{"title":{{quoted}}},{{quoted}}:{{quoted}}}""";
            using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(json));
            using var log = new CapturedLog();
            await using ServiceProvider app = App(handler, log);
            ISeoAuditClient client = app.GetRequiredService<ISeoAuditClient>();

            var audit = await client.SeoPeek.AuditAsync(new Uri("https://example.com/"), Stop);

            Assert.All(
                new[] { audit.Url, audit.Grade.Value, audit.Checks[0].Name, audit.Checks[0].Message, audit.Meta.Title }, read => Assert.Equal(text, read));
            Assert.DoesNotContain(log.Lines, line => line.Contains(text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Hostile_texts_are_entries_of_a_journal_that_stays_one_line_each()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var handler = new ScriptedHandler(static request =>
                ScriptedHandler.Json($$"""{"url":{{JsonSerializer.Serialize(Answers.AuditedPage(request))}},"score":1,"checks":[{{string.Join(',', Hostile.Select(static text => $$"""{"name":{{JsonSerializer.Serialize(text)}},"passed":true}"""))}}]}"""));
            ISeoAuditClient client = TestClient.Create(handler);
            Uri[] pages = [.. Enumerable.Range(0, 3).Select(static number => new Uri($"https://example.com/{number}"))];

            await client.AuditPagesAsync(pages, new() { JournalPath = path }, Stop).CollectAsync();
            List<PageAuditOutcome> again = await client.AuditPagesAsync(pages, new() { JournalPath = path }, Stop).CollectAsync();

            Assert.Equal(pages.Length, handler.Requests.Count);
            Assert.All(again, static outcome => Assert.Equal(Hostile, outcome.Audit!.Checks.Select(static check => check.Name), StringComparer.Ordinal));
            Assert.All(await File.ReadAllLinesAsync(path, Stop), static line => JsonDocument.Parse(line).Dispose());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string[] Code(Func<AssemblyCode, IEnumerable<string>> find)
    {
        using var code = new AssemblyCode(ClientAssembly.Assembly.Location);
        return [.. find(code).Distinct(StringComparer.Ordinal)];
    }

    private static ServiceProvider App(HttpMessageHandler handler, CapturedLog log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSeoAudit(static options => options.SeoPeek.ApiKey = TestClient.SeoPeekKey).On(handler);
        return services.BuildServiceProvider();
    }
}
