using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Diagnostics;
using SeoAudit.Client.Tests.Caching;
using SeoAudit.Client.Tests.Diagnostics;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Docs;

/// <summary>The tables of <c>docs/observability.md</c>.</summary>
public sealed class ObservabilityTests
{
    private const string Document = "docs/observability.md";

    [Fact]
    public void Spans_are_as_documented() => Verify(
        "spans",
        ["Span", "Kind", "Covers", "Attributes"],
        Spans.All.Select(static span => new[] { $"`{span.Name}`", $"{span.Kind}", span.Description, Names(span.Tags) }));

    [Fact]
    public void Instruments_are_as_documented() => Verify(
        "instruments",
        ["Instrument", "Kind", "Unit", "Measures", "Attributes"],
        Published().Select(static instrument => (Instrument: instrument, Text: Instruments.All.Single(text => text.Name == instrument.Name)))
            .OrderBy(static known => Instruments.All.ToList().IndexOf(known.Text))
            .Select(static known => new[]
            {
                $"`{known.Instrument.Name}`", KindOf(known.Instrument), $"`{known.Instrument.Unit}`", known.Instrument.Description!, Names(known.Text.Tags),
            }));

    [Fact]
    public void Every_instrument_is_made() =>
        Assert.Equal(
            Instruments.All.Select(static text => text.Name).Order(StringComparer.Ordinal),
            Published().Select(static instrument => instrument.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Attributes_are_as_documented() => Verify(
        "attributes",
        ["Attribute", "Says"],
        TelemetryTag.Meanings.Select(static tag => new[] { $"`{tag.Key}`", tag.Value }));

    [Fact]
    public void Every_attribute_is_explained()
    {
        IEnumerable<string> declared = typeof(TelemetryTag).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!);
        IEnumerable<string> used = Spans.All.SelectMany(static span => span.Tags).Concat(Instruments.All.SelectMany(static text => text.Tags));

        Assert.Equal(declared.Order(StringComparer.Ordinal), TelemetryTag.Meanings.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(declared.Order(StringComparer.Ordinal), used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reasons_are_explained() =>
        Assert.All(RetryReason.All, static reason => Assert.Contains($"`{reason}`", TelemetryTag.Meanings[TelemetryTag.RetryReason], StringComparison.Ordinal));

    [Fact]
    public void Log_messages_are_as_documented() => VerifyEvents("events", LogMessages.All);

    [Fact]
    public void Log_messages_of_webhooks_are_as_documented() => VerifyEvents("webhook-events", LogMessages.OfWebhooks);

    [Fact]
    public void Every_range_of_ids_is_named()
    {
        string text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, Document));

        Assert.All(
            LogMessages.All.Concat(LogMessages.OfWebhooks).Select(static message => message.Attribute.EventId / 100).Distinct(),
            hundred => Assert.Contains($" {hundred}00–{hundred}99 ", text, StringComparison.Ordinal));
    }

    private static void VerifyEvents(string section, IEnumerable<(MethodInfo Method, LoggerMessageAttribute Attribute)> messages) => Verify(
        section,
        ["Id", "Name", "Level", "Message", "Exception"],
        messages.Select(static message => new[]
        {
            $"{message.Attribute.EventId}", $"`{message.Method.Name}`", $"{message.Attribute.Level}", message.Attribute.Message,
            LogMessages.CarriesException(message.Method) ? "yes" : "",
        }));

    private static void Verify(string section, string[] head, IEnumerable<string[]> rows) =>
        new GeneratedSection(Document, section).Verify([Row(head), Row([.. head.Select(static _ => "---")]), .. rows.Select(Row)]);

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Names(IReadOnlyList<string> tags) => string.Join(", ", tags.Select(static tag => $"`{tag}`"));

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        nameof(Counter<long>) => "counter",
        nameof(Histogram<double>) => "histogram",
        nameof(ObservableGauge<long>) => "gauge",
        var other => other,
    };

    /// <summary>The instruments that an app with everything has.</summary>
    private static List<Instrument> Published()
    {
        using var handler = CachingApp.Service();
        var app = new CachingApp(handler);
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        var published = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == SeoAuditTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                published.Add(instrument);
            }
        };
        Assert.NotNull(app.Client);
        listener.Start();
        app.Services.Dispose();
        return published;
    }
}
