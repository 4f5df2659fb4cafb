using System.Text;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Something, and then something else again and again.</summary>
internal sealed class EndlessStream(string start, string again) : MemoryStream
{
    private readonly byte[] _start = Encoding.UTF8.GetBytes(start);
    private readonly byte[] _again = Encoding.UTF8.GetBytes(again);
    private long _given;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var index = 0; index < buffer.Length; index++, _given++)
        {
            buffer.Span[index] = _given < _start.Length ? _start[_given] : _again[(_given - _start.Length) % _again.Length];
        }

        return new ValueTask<int>(buffer.Length);
    }
}
