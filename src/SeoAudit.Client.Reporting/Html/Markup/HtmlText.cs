using System.Text;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>Markup that is being put together: what is literal in the source is markup, what is inserted into it is encoded.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _markup = new();

    public void Write(HtmlTextHandler markup) => _markup.Append(markup.ToMarkup());

    /// <summary>A part of the page that is ours to the last character: the style sheet.</summary>
    public void WriteAsset(string content) => _markup.Append(content);

    /// <summary>A page's address: a link where a browser may follow it, text otherwise.</summary>
    public void WritePage(Uri url)
    {
        string text = PageAddress.Of(url);
        if (PageAddress.IsLink(url))
        {
            Write($"""<a class="url" href="{text}" rel="noopener noreferrer nofollow"><bdi>{text}</bdi></a>""");
        }
        else
        {
            Write($"""<span class="url"><bdi>{text}</bdi></span>""");
        }
    }

    public override string ToString() => _markup.ToString();
}
