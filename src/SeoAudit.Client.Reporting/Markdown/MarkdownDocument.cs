using System.Globalization;
using System.Text;

namespace SeoAudit.Client.Reporting.Markdown;

/// <summary>A document that ends where the next thing would be too much for a comment, which holds 65,536 characters on GitHub.</summary>
internal sealed class MarkdownDocument
{
    /// <summary>What the whole can come to. The rest up to a host's limit is for what an app puts around it.</summary>
    public const int MaxLength = 60_000;

    // Room for the lines that say how much is left out; there are at most some thirty of them.
    private const int Reserve = 3_000;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a block or a line, unless it is too much.</summary>
    public bool TryAdd(string text)
    {
        if (_text.Length + text.Length > MaxLength - Reserve)
        {
            return false;
        }

        _text.Append(text);
        return true;
    }

    /// <summary>Adds lines one by one, as many as there is room for, behind a head that does not stand alone.</summary>
    /// <param name="head">What stands before them, line break included.</param>
    /// <param name="lines">The lines without their breaks.</param>
    /// <param name="total">How many there are altogether, those that were not handed in among them.</param>
    /// <param name="more">The line that says that there are more, given how many, without its break.</param>
    public void AddLines(string head, IEnumerable<string> lines, long total, Func<string, string> more)
    {
        long added = 0;
        foreach (string line in lines)
        {
            if (!TryAdd(added == 0 ? $"{head}{line}\n" : $"{line}\n"))
            {
                break;
            }

            added++;
        }

        if (added < total && (added > 0 || TryAdd(head)))
        {
            _text.Append(more((total - added).ToString(CultureInfo.InvariantCulture))).Append('\n');
        }
    }

    public override string ToString() => _text.ToString();
}
