using System.Text;

namespace SeoAudit.Emulator.Hosting;

/// <summary>The answer that is sent in place of the real one.</summary>
internal static class FaultedAnswer
{
    private static readonly byte[] Garbage = "{\"unfinished\": [1, 2, <<"u8.ToArray();

    /// <summary>Null when nothing is to be sent.</summary>
    public static EmulatorResponse? From(EmulatorResponse? real, FaultAction? action) => action switch
    {
        FaultAction.ResetAction => null,
        FaultAction.StatusAction status => new EmulatorResponse(
            status.StatusCode,
            status.Body.Length == 0 ? null : status.BodyType,
            Encoding.UTF8.GetBytes(status.Body))
        {
            Headers = [.. status.Headers],
        },
        FaultAction.TruncateAction cut => real! with { Body = real.Body[..Math.Min(cut.Bytes, real.Body.Length)] },
        FaultAction.ContentTypeAction other => real! with { ContentType = other.Type },
        FaultAction.MalformedJsonAction => real! with { Body = Garbled(real.Body) },
        _ => real,
    };

    private static byte[] Garbled(ReadOnlyMemory<byte> body) => [.. body.Span[..(body.Length / 2)], .. Garbage];
}
