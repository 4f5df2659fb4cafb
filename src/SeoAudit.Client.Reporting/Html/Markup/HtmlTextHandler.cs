using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>Encodes every hole of an interpolated string. There is no way to insert markup, and only text and whole numbers can be inserted.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTextHandler(int literalLength, int formattedCount)
{
    private const int UsualHole = 16;

    private readonly StringBuilder _markup = new(literalLength + (formattedCount * UsualHole));

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) => _markup.Append(HtmlEncoding.Encode(text ?? string.Empty));

    public void AppendFormatted(int number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    internal StringBuilder ToMarkup() => _markup;
}
