using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Jobs;

/// <summary>Reads lines of a job's journal beside the run that writes it; opened when the first one is needed.</summary>
internal sealed class JournalPlaces(JobPaths paths) : IDisposable
{
    private JournalFile? _file;

    public byte[] ReadLine(long place) => (_file ??= JournalFile.OpenToRead(paths.Journal)).ReadLine(place);

    public void Dispose() => _file?.Dispose();
}
