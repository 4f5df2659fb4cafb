using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Stored audits and errors from and to a value that stands alone.</summary>
internal static class StoredJson
{
    public static PageAudit ReadAudit(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
        return StoredAudit.Read(ref reader);
    }

    public static void WriteAudit(IBufferWriter<byte> output, PageAudit audit)
    {
        using var json = new Utf8JsonWriter(output);
        StoredAudit.Write(json, audit);
    }

    public static SeoAuditException ReadError(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
        return StoredError.Read(ref reader);
    }

    public static void WriteError(IBufferWriter<byte> output, SeoAuditException error)
    {
        using var json = new Utf8JsonWriter(output);
        StoredError.Write(json, error);
    }
}
