using System.Buffers;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Tests.Storage;

/// <summary>What is written for a store, and read from it.</summary>
internal static class Stored
{
    public static string Write(PageAudit audit) => Write(writer => StoredAudit.Write(writer, audit));

    public static string Write(SeoAuditException error) => Write(writer => StoredError.Write(writer, error));

    public static PageAudit Audit(string json)
    {
        Utf8JsonReader reader = Reader(json);
        return StoredAudit.Read(ref reader);
    }

    public static SeoAuditException Error(string json)
    {
        Utf8JsonReader reader = Reader(json);
        return StoredError.Read(ref reader);
    }

    private static Utf8JsonReader Reader(string json) => new(Encoding.UTF8.GetBytes(json), StoredAudit.ReaderOptions);

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
