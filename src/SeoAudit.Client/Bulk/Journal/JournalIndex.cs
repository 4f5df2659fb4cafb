using System.Text.Json;
using SeoAudit.Client.Urls;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Bulk.Journal;

/// <summary>What an earlier run has left in a journal: where each URL's outcome stands, and which batches have not ended.</summary>
internal sealed class JournalIndex(string path, string options)
{
    private readonly Dictionary<UrlKey, Entry> _outcomes = [];
    private readonly Dictionary<int, JournalOperation> _operations = [];
    private readonly HashSet<string> _knownIds = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Where an outcome stands, and whether an earlier run failed there.</summary>
    public readonly record struct Entry(long Offset, bool FailedEarlier);

    /// <summary>The batches that have not ended.</summary>
    public IReadOnlyCollection<JournalOperation> OpenOperations => _operations.Values;

    public int LastNumber { get; private set; }

    public bool IsKnownId(string id) => _knownIds.Contains(id);

    public bool TryFind(string url, out Entry entry) => _outcomes.TryGetValue(UrlKey.Of(url), out entry);

    public void Add(string url, Entry entry) => _outcomes[UrlKey.Of(url)] = entry;

    public void AddId(string id) => _knownIds.Add(id);

    public void Read(long offset, ReadOnlySpan<byte> line)
    {
        bool isHeader = _lines++ == 0;
        try
        {
            JournalLine read = JournalLine.Read(line);
            if (isHeader)
            {
                CheckHeader(read);
            }
            else
            {
                Apply(offset, read);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw isHeader ? NoJournal(exception) : Refuse(JournalFault.Corrupt, $"cannot be read at line {_lines}", exception);
        }
    }

    public SeoAuditJournalException NoJournal(Exception? cause = null) =>
        Refuse(JournalFault.OtherFormat, "is not a journal of a bulk run", cause);

    private void CheckHeader(JournalLine header)
    {
        if (header.Format != JournalWords.Format)
        {
            throw NoJournal();
        }

        if (header.Version != JournalWords.Version)
        {
            throw Refuse(JournalFault.OtherFormat, $"has format version {header.Version}; this version of the SDK writes {JournalWords.Version}");
        }

        if (header.Fingerprint != JournalOptions.Fingerprint(options))
        {
            throw Refuse(JournalFault.OtherOptions, $"belongs to a run with other options: it has \"{header.Options}\", this run has \"{options}\"");
        }
    }

    private void Apply(long offset, JournalLine line)
    {
        LastNumber = Math.Max(LastNumber, line.Number);
        switch (line.Kind)
        {
            case JournalWords.Audited or JournalWords.Failed when line.Url is { } url:
                Add(url, new Entry(offset, FailedEarlier: line.Kind == JournalWords.Failed));
                break;
            case JournalWords.Queueing:
                _operations[line.Number] = line.ToOperation();
                break;
            case JournalWords.Queued when line.Id is { } id:
                AddId(Require.PathSegment(id));
                if (_operations.TryGetValue(line.Number, out JournalOperation? operation))
                {
                    operation.Id = id;
                }

                break;
            case JournalWords.Refused or JournalWords.Ended:
                _operations.Remove(line.Number);
                break;
        }
    }

    private SeoAuditJournalException Refuse(JournalFault fault, string how, Exception? cause = null) =>
        new($"The journal '{path}' {how}. It was left as it is; use another file, or delete it to begin anew.", cause)
        {
            Fault = fault,
            Path = path,
        };
}
