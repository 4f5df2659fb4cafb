namespace SeoAudit.Cli.Auditing;

/// <summary>A journal as it is in its file.</summary>
internal static class JournalLines
{
    public static IEnumerable<string> Read(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
