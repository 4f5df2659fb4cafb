using System.Text.Json;

namespace SeoAudit.Cli.Auditing;

/// <summary>What a journal tells of scans and audits that are paid for and not brought home.</summary>
internal static class OpenOperations
{
    private const string KindMember = "t";
    private const string NumberMember = "n";
    private const string Queueing = "queueing";

    // Lines of pages may be long, and say nothing of it.
    private static readonly string[] Starts = [.. new[] { Queueing, "refused", "ended" }.Select(static kind => $"{{\"{KindMember}\":\"{kind}\"")];

    /// <summary>Whether there are any: something was queued, or was about to be, and neither was refused nor has ended.</summary>
    public static bool AreIn(string path)
    {
        try
        {
            return Read(path).Count > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // What cannot be read may tell of some.
            return true;
        }
    }

    private static HashSet<int> Read(string path)
    {
        var open = new HashSet<int>();
        foreach (string text in JournalLines.Read(path).Where(static text => Array.Exists(Starts, start => text.StartsWith(start, StringComparison.Ordinal))))
        {
            using JsonDocument line = JsonDocument.Parse(text);
            int number = line.RootElement.GetProperty(NumberMember).GetInt32();
            if (line.RootElement.GetProperty(KindMember).ValueEquals(Queueing))
            {
                open.Add(number);
            }
            else
            {
                open.Remove(number);
            }
        }

        return open;
    }
}
