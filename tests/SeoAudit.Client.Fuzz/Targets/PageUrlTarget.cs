using System.Text;
using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>Text that may be the address of a page: null, or a form that stays as it is.</summary>
internal sealed class PageUrlTarget() : FuzzTarget("page-url", "Urls", new SegmentGrammar('/'))
{
    private static readonly Uri Base = new("https://example.com/a/b");

    public override Task<object?> ReadAsync(byte[] input)
    {
        string text = Encoding.UTF8.GetString(input).Trim();
        _ = UrlText.TryRead(Base, text);
        _ = UrlText.TryRead(text) is { } any ? UrlText.HostOf(any) : null;
        Uri? url = PageUrl.TryNormalize(text);
        if (url is not null)
        {
            string normal = url.AbsoluteUri;
            BrokenPromiseException.ThrowIf(!Ascii.IsValid(normal) || normal != url.OriginalString, $"{normal} is not what is sent.");
            BrokenPromiseException.ThrowIf(PageUrl.TryNormalize(normal)?.AbsoluteUri != normal, $"{normal} changes again.");
            BrokenPromiseException.ThrowIf(UrlKey.Of(normal) != UrlKey.Of(PageUrl.Normalize(new Uri(normal), int.MaxValue).AbsoluteUri), $"{normal} has two keys.");
        }

        return Task.FromResult<object?>(url);
    }

    public override bool IsDocumented(Exception exception) => false;
}
