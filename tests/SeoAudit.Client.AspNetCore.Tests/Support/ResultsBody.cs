using System.Text;

namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>The results of a scan as a body of the given length, made as they are written.</summary>
internal sealed class ResultsBody(int length, string scanId = "big")
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        """{"url":"https://example.com/a-page","score":70,"failed_checks":["Missing canonical tag"]},""");

    private static readonly byte[] End = Encoding.UTF8.GetBytes("{}]}}");

    public int Length => length;

    public async Task WriteAsync(Func<ReadOnlyMemory<byte>, ValueTask> write)
    {
        byte[] start = Encoding.UTF8.GetBytes($$"""{"scan_id":"{{scanId}}","results":{"data":[""");
        byte[] pages = [.. Enumerable.Repeat(Page, 700).SelectMany(static page => page)];
        byte[] blank = [.. Enumerable.Repeat((byte)' ', Page.Length)];
        int left = length - start.Length - End.Length;
        await write(start);
        for (; left >= pages.Length; left -= pages.Length)
        {
            await write(pages);
        }

        await write(pages.AsMemory(0, left - (left % Page.Length)));
        await write(blank.AsMemory(0, left % Page.Length));
        await write(End);
    }
}
