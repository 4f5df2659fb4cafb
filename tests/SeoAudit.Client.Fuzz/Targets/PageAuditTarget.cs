using System.Buffers;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Storage;
using SeoAudit.Client.Tests.Storage;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>An answer made an audit of a page, and that written to a store and read back.</summary>
internal sealed class PageAuditTarget<T>(ServiceWire wire, string method, string corpus, Func<Uri, T, PageAudit?> toPageAudit)
    : AnswerTarget<T>(wire, method, corpus, $"page-{typeof(T).Name}")
{
    private static readonly Uri Page = new("https://example.com/");

    public override async Task<object?> ReadAsync(byte[] input)
    {
        PageAudit? audit = toPageAudit(Page, await AskAsync(input));
        if (audit is not null)
        {
            byte[] stored = Write(audit);
            PageAudit read = Read(stored);
            BrokenPromiseException.ThrowIf(stored.Contains((byte)'\n'), "A stored audit has more than one line.");
            // What cannot be written again is left out, and JSON comes back without the white space in it.
            string[] beside = read.Source is null ? ["Source"] : [nameof(SeoPeekCheck.ValueText), "RateLimit"];
            BrokenPromiseException.ThrowIf(
                Described.Of(audit with { Checks = [] }, beside) != Described.Of(read with { Checks = [] }, beside),
                $"What was stored came back otherwise: {Encoding.UTF8.GetString(stored)}");
        }

        return audit;
    }

    private static byte[] Write(PageAudit audit)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            StoredAudit.Write(writer, audit);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static PageAudit Read(byte[] stored)
    {
        var reader = new Utf8JsonReader(stored, StoredAudit.ReaderOptions);
        try
        {
            return StoredAudit.Read(ref reader);
        }
        catch (JsonException exception)
        {
            throw new BrokenPromiseException($"What was stored cannot be read: {exception.Message} {exception.InnerException} {Encoding.UTF8.GetString(stored)}");
        }
    }
}
