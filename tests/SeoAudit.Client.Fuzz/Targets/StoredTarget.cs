using System.Buffers;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>What a store gives back: read, or refused as JSON. What is read is written and read the same again.</summary>
internal sealed class StoredTarget<T>(StoredTarget<T>.Reader read, Action<Utf8JsonWriter, T> write, string corpus)
    : FuzzTarget($"stored-{typeof(T).Name}", corpus, new JsonGrammar())
    where T : class
{
    public delegate T Reader(ref Utf8JsonReader reader);

    public override Task<object?> ReadAsync(byte[] input)
    {
        T found = Read(input);
        byte[] written = Write(found);
        T again;
        try
        {
            again = Read(written);
        }
        catch (JsonException exception)
        {
            throw new BrokenPromiseException($"What was written cannot be read: {exception.Message} {Encoding.UTF8.GetString(written)}");
        }

        // What cannot be written is left out the first time.
        byte[] settled = Write(again);
        BrokenPromiseException.ThrowIf(!Write(Read(settled)).AsSpan().SequenceEqual(settled), $"Written again, it differs: {Encoding.UTF8.GetString(settled)}");
        return Task.FromResult<object?>(found);
    }

    public override bool IsDocumented(Exception exception) => exception is JsonException;

    private T Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json, StoredAudit.ReaderOptions);
        return read(ref reader);
    }

    private byte[] Write(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer, value);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
