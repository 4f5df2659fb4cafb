using System.Text;

namespace SeoAudit.Client.Http;

/// <summary>The beginning of an answer, for people who have to find out what went wrong.</summary>
internal static class BodySnippet
{
    public const int MaxLength = 4096;

    /// <summary>Reads the first 4 KiB as text, without the key.</summary>
    public static string Read(Stream body, ServiceCall call)
    {
        body.Position = 0;
        // A key that straddles the cut would escape redaction, so as much more is read as a key is long.
        int room = MaxLength + (call.Options.Credential?.Length ?? 0);
        var bytes = new byte[Math.Min(room, body.Length)];
        int read = body.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        string text = call.Redact(Encoding.UTF8.GetString(bytes, 0, read));
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }
}
