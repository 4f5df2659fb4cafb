using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Http;

public sealed class BodyBufferTests
{
    [Fact]
    public async Task What_is_written_is_there_whatever_was_expected()
    {
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(static index => (byte)(index * 7))];
        using var buffer = new BodyBuffer(expected: 1, max: bytes.Length);
        buffer.Write(bytes, 0, 10);
        buffer.Write(bytes.AsSpan(10, 50_000));
        await buffer.WriteAsync(bytes.AsMemory(50_010, 10_000), TestContext.Current.CancellationToken);
        await buffer.WriteAsync(bytes.AsMemory(60_010), TestContext.Current.CancellationToken);

        Assert.Equal(bytes, buffer.Written.ToArray());
        Assert.Equal((bytes.Length, bytes.Length), (buffer.Length, buffer.Position));
        using var copy = new MemoryStream();
        using MemoryStream open = buffer.Open();
        open.CopyTo(copy);
        Assert.Equal(bytes, copy.ToArray());
        Assert.False(open.CanWrite);
    }

    [Fact]
    public void More_than_the_limit_is_refused_and_nothing_of_it_taken()
    {
        using var buffer = new BodyBuffer(expected: 4, max: 5);
        buffer.Write(new byte[5]);

        var refused = Assert.Throws<HttpRequestException>(() => buffer.Write(new byte[1]));

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, refused.HttpRequestError);
        Assert.Contains("5 bytes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(5, buffer.Length);
    }

    [Fact]
    public void It_is_for_writing_forwards_only()
    {
        using var buffer = new BodyBuffer(expected: 1, max: 1);

        Assert.Equal((false, false, true), (buffer.CanRead, buffer.CanSeek, buffer.CanWrite));
        Assert.Throws<NotSupportedException>(() => buffer.ReadByte());
        Assert.Throws<NotSupportedException>(() => buffer.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => buffer.SetLength(0));
        Assert.Throws<NotSupportedException>(() => buffer.Position = 0);
    }

    [Fact]
    public void Once_disposed_of_it_has_nothing()
    {
        var buffer = new BodyBuffer(expected: 10, max: 10);
        buffer.Write(new byte[5]);

        buffer.Dispose();
        buffer.Dispose();

        Assert.Equal(0, buffer.Length);
        Assert.True(buffer.Written.IsEmpty);
    }
}
