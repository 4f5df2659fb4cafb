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
        int room = MaxLength + (call.Credential?.Length ?? 0);
        var bytes = new byte[Math.Min(room, body.Length)];
        int read = body.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        string text = call.Redact(Encoding.UTF8.GetString(bytes, 0, read));
        text = read < body.Length ? WithoutStartOfKey(text, call.Options.Credential) : text;
        return Cut(text);
    }

    private static string Cut(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= MaxLength)
        {
            return text;
        }

        int end = MaxLength;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return Encoding.UTF8.GetString(bytes, 0, end);
    }

    // Redaction shortens the text, so that the end of what was read may come to stand before the cut.
    private static string WithoutStartOfKey(string text, string? key)
    {
        for (int length = Math.Min(key?.Length ?? 0, text.Length); length > 0; length--)
        {
            if (text.AsSpan().EndsWith(key.AsSpan(0, length), StringComparison.Ordinal))
            {
                return text[..^length];
            }
        }

        return text;
    }
}
