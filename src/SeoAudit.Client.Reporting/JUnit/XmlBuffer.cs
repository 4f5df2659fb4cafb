using System.Text;
using System.Xml;

namespace SeoAudit.Client.Reporting.JUnit;

/// <summary>Makes pieces of an XML document, to be put where they belong.</summary>
internal sealed class XmlBuffer : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly MemoryStream _bytes = new();

    public XmlBuffer() => Writer = XmlWriter.Create(_bytes, Settings);

    public XmlWriter Writer { get; }

    /// <summary>What was written since the last time; it stays as it is until more is written.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        Writer.Flush();
        ReadOnlyMemory<byte> taken = _bytes.GetBuffer().AsMemory(0, (int)_bytes.Length);
        _bytes.SetLength(0);
        return taken;
    }

    public void Dispose() => Writer.Dispose();
}
