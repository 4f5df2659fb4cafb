namespace SeoAudit.Client.Fuzz;

/// <summary>The inputs that mutation starts from.</summary>
internal static class InputCorpus
{
    public static IReadOnlyList<byte[]> Of(FuzzTarget target)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Corpus", target.Corpus);
        return [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }
}
