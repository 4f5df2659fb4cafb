using System.Buffers;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>What a store gives back: read, or refused as JSON. What is read is written and read the same again.</summary>
internal sealed class StoredTarget<T>(StoredTarget<T>.Reader read, Action<IBufferWriter<byte>, T> write, string corpus)
    : FuzzTarget($"stored-{typeof(T).Name}", corpus, new JsonGrammar())
    where T : class
{
    public delegate T Reader(ReadOnlySpan<byte> json);

    public override Task<object?> ReadAsync(byte[] input)
    {
        T found = read(input);
        byte[] written = Write(found);
        T again;
        try
        {
            again = read(written);
        }
        catch (JsonException exception)
        {
            throw new BrokenPromiseException($"What was written cannot be read: {exception.Message} {Encoding.UTF8.GetString(written)}");
        }

        // What cannot be written is left out the first time.
        byte[] settled = Write(again);
        BrokenPromiseException.ThrowIf(!Write(read(settled)).AsSpan().SequenceEqual(settled), $"Written again, it differs: {Encoding.UTF8.GetString(settled)}");
        return Task.FromResult<object?>(found);
    }

    public override bool IsDocumented(Exception exception) => exception is JsonException;

    private byte[] Write(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(bytes, value);
        return bytes.WrittenSpan.ToArray();
    }
}
