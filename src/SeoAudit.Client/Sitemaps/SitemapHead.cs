using System.Text;

namespace SeoAudit.Client.Sitemaps;

/// <summary>What the first bytes of a sitemap's content tell: that it is XML, HTML or text, and how it is encoded.</summary>
internal sealed class SitemapHead
{
    private const int MaxHead = 1024;

    private SitemapHead()
    {
    }

    /// <summary>Whether it is XML, or claims to be; text otherwise.</summary>
    public bool IsXml { get; private init; }

    /// <summary>Whether it is a web page.</summary>
    public bool IsHtml { get; private init; }

    /// <summary>Whether there is nothing but white space.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>How to decode XML that its reader could not decode by itself; null where it can.</summary>
    public Encoding? Encoding { get; private init; }

    /// <summary>The encoding that the first bytes tell, for text.</summary>
    public Encoding TextEncoding { get; private init; } = Encoding.UTF8;

    /// <summary>How many lines were skipped before the first that says something.</summary>
    public int SkippedLines { get; private init; }

    /// <summary>Looks at the beginning, and skips white space there: before an XML declaration it is a fault, and a frequent one.</summary>
    public static async ValueTask<SitemapHead> ReadAsync(PeekStream content)
    {
        while (content.Peeked.Length < ByteOrder.Longest && await content.PeekAsync().ConfigureAwait(false))
        {
            // Four bytes tell every byte order mark.
        }

        ByteOrder order = ByteOrder.Detect(content.Peeked, out int mark);
        content.Skip(mark);
        var lines = 0;
        int first;
        while ((first = order.SkipWhiteSpace(content, ref lines)) < 0)
        {
            if (!await content.PeekAsync().ConfigureAwait(false))
            {
                return new SitemapHead { IsEmpty = content.Peeked.IsEmpty, SkippedLines = lines };
            }
        }

        bool isXml = first == '<';
        while (isXml && content.Peeked.Length < MaxHead && order.IndexOf(content.Peeked, '>') < 0
            && await content.PeekAsync().ConfigureAwait(false))
        {
            // The first tag or declaration tells the rest.
        }

        ReadOnlySpan<byte> peeked = content.Peeked[..Math.Min(content.Peeked.Length, MaxHead)];
        string head = isXml ? order.Encoding.GetString(peeked) : string.Empty;
        content.PutBack(order.Mark);
        return new SitemapHead
        {
            IsXml = isXml,
            IsHtml = head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase),
            TextEncoding = order.Encoding,
            Encoding = order.UnitSize == 1 ? DeclaredEncoding.Override(head) : null,
            SkippedLines = lines,
        };
    }
}
