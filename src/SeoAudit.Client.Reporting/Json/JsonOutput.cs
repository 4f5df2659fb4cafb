using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace SeoAudit.Client.Reporting.Json;

/// <summary>A JSON writer on a buffer that is used again and again.</summary>
internal sealed class JsonOutput : IDisposable
{
    // Letters of all scripts as they are, but nothing that HTML has a meaning for: reports get embedded in pages.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private const int KeptBuffer = 256 * 1024;

    private ArrayBufferWriter<byte> _buffer = new();

    public JsonOutput(bool indented) => Json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = Encoder, Indented = indented });

    public Utf8JsonWriter Json { get; }

    /// <summary>What was written since <see cref="Clear"/>; valid until more is written.</summary>
    public ReadOnlyMemory<byte> Written
    {
        get
        {
            Json.Flush();
            return _buffer.WrittenMemory;
        }
    }

    /// <summary>Adds what is no JSON value: the end of a line.</summary>
    public void EndLine()
    {
        Json.Flush();
        _buffer.Write("\n"u8);
    }

    /// <summary>Forgets what was written, and goes on in the same document.</summary>
    public void Clear()
    {
        Json.Flush();
        _buffer.ResetWrittenCount();
    }

    /// <summary>Forgets what was written, and begins a new document.</summary>
    public void BeginAnew()
    {
        Json.Reset();
        if (_buffer.Capacity > KeptBuffer)
        {
            _buffer = new ArrayBufferWriter<byte>();
            Json.Reset(_buffer);
        }
        else
        {
            _buffer.ResetWrittenCount();
        }
    }

    public void Dispose() => Json.Dispose();
}
