using System.Text;
using SeoAudit.Emulator.Auditing.Fetching;

namespace SeoAudit.Emulator.Tests.Auditing;

public sealed class PageDecoderTests
{
    [Theory]
    [InlineData("utf-8", null, "<p>é")]
    [InlineData("utf-8", "UTF-8", "<p>é")]
    [InlineData("utf-8", "\"utf-8\"", "<p>é")]
    [InlineData("utf-8", "no-such-charset", "<p>é")]
    [InlineData("utf-8", "utf-7", "<p>é")]
    [InlineData("windows-1252", "iso-8859-1", "<p>é€")]
    [InlineData("windows-1252", "us-ascii", "<p>é€")]
    [InlineData("windows-1251", null, "<meta charset=windows-1251><p>ж")]
    [InlineData("shift_jis", null, "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Shift_JIS'>日本")]
    [InlineData("utf-8", null, "<meta charset=utf-16>é")]
    [InlineData("utf-8", "utf-8", "<meta charset=windows-1251>é")]
    [InlineData("utf-8", null, "")]
    public void FindsTheCharset(string written, string? contentType, string html)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);

        Assert.Equal(html, PageDecoder.Decode(encoding.GetBytes(html), contentType));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ByteOrderMarkWins(string written)
    {
        Encoding encoding = Encoding.GetEncoding(written);

        Assert.Equal("<p>é", PageDecoder.Decode([.. encoding.Preamble, .. encoding.GetBytes("<p>é")], "windows-1251"));
    }

    [Fact]
    public void BrokenTextIsReadAsFarAsItGoes()
    {
        Assert.Equal("a\uFFFDb", PageDecoder.Decode([(byte)'a', 0xff, (byte)'b'], "utf-8"));
    }
}
