using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0 in one run. The results come first, as they come in; the rules that they name by index, and the pages without an audit,
/// are known only at the end and stand there. The order of members means nothing in JSON.
/// </summary>
internal sealed class SarifReportWriter : ReportWriter
{
    /// <summary>What consumers take for the root of the repository.</summary>
    public const string RepositoryRoot = "%SRCROOT%";

    private const int FlushAt = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _json;
    private readonly SarifReportOptions _options;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _startedAt;
    private readonly SarifRules _rules = new();
    private readonly SarifNotifications _notifications = new();
    private readonly Dictionary<SarifRule, int> _onPage = [];
    private int _results;
    private bool _isStarted;

    public SarifReportWriter(Stream output, ReportOptions options)
    {
        _options = options.Sarif;
        _time = options.TimeProvider ?? TimeProvider.System;
        _startedAt = _time.GetUtcNow();
        _json = new Utf8JsonWriter(output, Options);
    }

    private protected override async ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        Start();
        var page = new SarifPage(outcome.Url, _options.SourceFile);
        if (outcome.Audit is { } audit)
        {
            WriteResults(audit, page);
        }
        else
        {
            _notifications.Add(outcome, page);
        }

        if (_json.BytesPending > FlushAt)
        {
            await _json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Start();
        _json.WriteEndArray();
        WriteTool();
        WriteInvocation();
        if (_options.AutomationId is { Length: > 0 } id)
        {
            _json.WriteStartObject("automationDetails");
            _json.WriteString("id", SarifText.Line(id, SarifText.MaxDescription));
            _json.WriteEndObject();
        }

        if (_options.SourceFile is not null)
        {
            WriteRepositoryRoot();
        }

        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // Disposing of the JSON writer would flush half a document.
    private protected override ValueTask ReleaseAsync()
    {
        _json.Reset(Stream.Null);
        return _json.DisposeAsync();
    }

    private void Start()
    {
        if (_isStarted)
        {
            return;
        }

        _isStarted = true;
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartArray("results");
    }

    private void WriteResults(PageAudit audit, SarifPage page)
    {
        _onPage.Clear();
        foreach (PageCheck check in audit.Checks)
        {
            if (check is null || SarifLevels.Of(check) is not { } level)
            {
                continue;
            }

            if (_results == _options.MaxResults || _rules.Find(audit.Service, check) is not { } rule)
            {
                _notifications.CountOmittedResult();
                continue;
            }

            _results++;
            rule.Count(level);
            int occurrence = _onPage[rule] = _onPage.GetValueOrDefault(rule) + 1;
            SarifResult.Write(_json, rule, level, audit, check, page, occurrence);
        }
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "SeoAudit");
        string version = typeof(SarifReportWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        _json.WriteString("semanticVersion", version.Split('+')[0]);
        _rules.Write(_json);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteInvocation()
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteString("startTimeUtc", Moment(_startedAt));
        _json.WriteString("endTimeUtc", Moment(_time.GetUtcNow()));
        _json.WriteBoolean("executionSuccessful", _notifications.IsComplete);
        _notifications.Write(_json);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteRepositoryRoot()
    {
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(RepositoryRoot);
        _json.WriteStartObject("description");
        _json.WriteString("text", "The root of the repository.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
