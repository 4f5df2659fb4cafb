using System.Text;
using SeoAudit.Client.Http.Secrets;

namespace SeoAudit.Client.Http;

/// <summary>The beginning of an answer, for people who have to find out what went wrong.</summary>
internal static class BodySnippet
{
    public const int MaxLength = 4096;

    /// <summary>Reads the first 4 KiB as text, without the key.</summary>
    public static string Read(Stream body, ServiceCall call)
    {
        body.Position = 0;
        var bytes = new byte[Math.Min(Room(call), body.Length)];
        int read = body.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        string text = Encoding.UTF8.GetString(bytes, 0, read);
        string beginning = call.Redact(text, Cut(text));
        return beginning[..Cut(beginning)];
    }

    /// <summary>How much has to be read, so that a key across the cut is known for one.</summary>
    public static int Room(ServiceCall call) => MaxLength + (KeyMask.LongestSpelling * (call.Credential?.Length ?? 0));

    // As many characters as fit.
    private static int Cut(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) <= MaxLength)
        {
            return text.Length;
        }

        Encoding.UTF8.GetEncoder().Convert(text, new byte[MaxLength], flush: false, out int characters, out _, out _);
        return characters;
    }
}
