using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Caching;

internal sealed class CachedAuditSerializer : IHybridCacheSerializer<CachedAudit>
{
    public CachedAudit Deserialize(ReadOnlySequence<byte> source)
    {
        var reader = new Utf8JsonReader(source, StoredAudit.ReaderOptions);
        return new CachedAudit(StoredAudit.Read(ref reader));
    }

    public void Serialize(CachedAudit value, IBufferWriter<byte> target)
    {
        using var writer = new Utf8JsonWriter(target);
        StoredAudit.Write(writer, value.Audit);
    }
}
