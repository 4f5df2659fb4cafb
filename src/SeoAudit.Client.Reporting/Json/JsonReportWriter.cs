using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Json;

/// <summary>One object: the counts, which are known only at the end, and then the pages, which are kept aside until there.</summary>
internal sealed class JsonReportWriter : ReportWriter
{
    private readonly Stream _output;
    private readonly JsonReportOptions _options;
    private readonly TimeProvider _time;
    private readonly PageJson _pages;
    private readonly BulkAuditReportBuilder _counts;
    private readonly Spool _spool = new();
    private readonly JsonOutput _results;

    public JsonReportWriter(Stream output, ReportOptions options)
    {
        _output = output;
        _options = options.Json;
        _time = options.TimeProvider ?? TimeProvider.System;
        _pages = new PageJson(_options, _time);
        _counts = new BulkAuditReportBuilder(new BulkReportOptions { WorstPages = 0, CommonestChecks = 0, TimeProvider = _time });
        _results = new JsonOutput(_options.Indented);

        // So that commas and indentation of what follows are right; the counts come in its place.
        _results.Json.WriteStartObject();
        _results.Json.WriteStartArray(JsonWords.Results);
        _results.Clear();
    }

    private protected override ValueTask WriteOutcomeAsync(PageAuditOutcome outcome, CancellationToken cancellationToken)
    {
        _counts.Add(outcome);
        _pages.Write(_results.Json, outcome);
        return KeepAsideAsync(cancellationToken);
    }

    private protected override async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        _results.Json.WriteEndArray();
        _results.Json.WriteEndObject();
        _results.EndLine();
        await KeepAsideAsync(cancellationToken).ConfigureAwait(false);
        using (var head = new JsonOutput(_options.Indented))
        {
            WriteHead(head.Json, _counts.Build());
            await _output.WriteAsync(head.Written, cancellationToken).ConfigureAwait(false);
        }

        await _spool.CopyToAsync(_output, cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private protected override ValueTask ReleaseAsync()
    {
        _results.Dispose();
        return _spool.DisposeAsync();
    }

    private void WriteHead(Utf8JsonWriter json, BulkAuditReport counts)
    {
        json.WriteStartObject();
        if (!_options.GuideOnly)
        {
            json.WriteString(JsonWords.Format, JsonWords.FormatName);
            json.WriteNumber(JsonWords.Version, JsonWords.FormatVersion);
            json.WriteString(JsonWords.CreatedAt, _time.GetUtcNow());
        }

        json.WriteNumber(JsonWords.Total, counts.Total);
        json.WriteNumber(JsonWords.Passed, counts.Passed);
        json.WriteNumber(JsonWords.Failed, counts.Failed);
        json.WriteNumber(JsonWords.AverageScore, double.IsFinite(counts.AverageScore) ? counts.AverageScore : 0);
        if (!_options.GuideOnly)
        {
            json.WriteNumber(JsonWords.Audited, counts.Audited);
            json.WriteNumber(JsonWords.Errors, counts.Errors);
            json.WriteNumber(JsonWords.NotAttempted, counts.NotAttempted);
            json.WriteFinite(JsonWords.AverageAuditedScore, counts.AverageAuditedScore);
        }

        json.WriteStartArray(JsonWords.Results);
    }

    private async ValueTask KeepAsideAsync(CancellationToken cancellationToken)
    {
        await _spool.WriteAsync(_results.Written, cancellationToken).ConfigureAwait(false);
        _results.Clear();
    }
}
