using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Accessibility;

/// <summary>Writes a CSS selector that finds one element of a document again.</summary>
internal sealed class SelectorWriter(AccessiblePage page)
{
    private readonly HashSet<string> _uniqueIds = page.Ids
        .Where(group => !group.Skip(1).Any())
        .Select(group => group.Key)
        .ToHashSet(StringComparer.Ordinal);

    public string Write(IElement element)
    {
        var steps = new List<string>();
        for (IElement? current = element; current is not null; current = current.ParentElement)
        {
            if (current.Id is { } id && _uniqueIds.Contains(id))
            {
                steps.Add("#" + Escape(id));
                break;
            }

            steps.Add(Step(current));
        }

        steps.Reverse();
        return string.Join(" > ", steps);
    }

    private static string Step(IElement element)
    {
        string name = Escape(element.LocalName);
        if (element.ParentElement is not { } parent || element.LocalName is "html" or "head" or "body")
            return name;
        int position = 0, alike = 0;
        foreach (IElement sibling in parent.Children)
        {
            if (!sibling.LocalName.Equals(element.LocalName, StringComparison.Ordinal))
                continue;
            alike++;
            if (ReferenceEquals(sibling, element))
                position = alike;
        }

        return alike == 1 ? name : FormattableString.Invariant($"{name}:nth-of-type({position})");
    }

    private static string Escape(string identifier)
    {
        var text = new StringBuilder(identifier.Length);
        for (int i = 0; i < identifier.Length; i++)
        {
            char c = identifier[i];
            bool leadingDigit = char.IsAsciiDigit(c) && (i == 0 || (i == 1 && identifier[0] == '-'));
            if (leadingDigit || char.IsControl(c))
                text.Append(CultureInfo.InvariantCulture, $"\\{(int)c:x} ");
            else if (char.IsAsciiLetterOrDigit(c) || c == '_' || c > 0x7f || (c == '-' && identifier.Length > 1))
                text.Append(c);
            else
                text.Append('\\').Append(c);
        }

        return text.ToString();
    }
}
