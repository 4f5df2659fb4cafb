using System.Text;

namespace SeoAudit.Client.Tests.Security;

/// <summary>Texts that try to become more than text: other paths, headers, hosts, lines.</summary>
internal sealed class HostileText(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", "-", "_", "~", ".", "..", "/", "\\", "?", "#", "&", "=", "%", ";", ":", "@", "+", " ", "\t", "\r\n", "\n", "\r", "\0", "\u007f", "\u0085", "\u2028",
        "%2e%2e", "%2F", "%5c", "%00", "%0d%0a", "%252e", "%u002e", "../../api/credits", "//evil.example/", "http://evil.example/", "\r\nX-Injected: 1\r\n", "\r\n\r\nGET /evil HTTP/1.1\r\n",
        "\ud800", "\udc00", "\u202e", "\u200b", "\ufeff", "\u2024\u2024", "\uff0e\uff0e", "\uff0f", "\u2215", "\u3002", "é", "ß", "漢", "\U0001f600", "{0}", "{auditId}", "'", "\"", "<", ">", "|", "^", "`", "*",
    ];

    private static readonly string[] Whole = ["", ".", "..", "...", "/", "%2e", "%2e%2e", "..%2f", "1", "a.b", "a..b", "~", "-", " 1", "1 "];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(10) switch
    {
        0 => Whole[_random.Next(Whole.Length)],
        1 or 2 => Id(_random.Next(1, 250)),
        3 => Id(_random.Next(1, 20)) + Piece() + Id(_random.Next(20)),
        4 => string.Concat(Enumerable.Repeat(Piece(), _random.Next(1, 100))),
        5 => string.Concat(Enumerable.Range(0, _random.Next(1, 30)).Select(_ => (char)_random.Next(char.MaxValue + 1))),
        _ => Mixed(),
    };

    private string Mixed()
    {
        var text = new StringBuilder();
        for (int left = _random.Next(1, 8); left > 0; left--)
        {
            text.Append(Piece());
        }

        return text.ToString();
    }

    private string Piece() => Pieces[_random.Next(Pieces.Length)];

    private string Id(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "abcXYZ019-_.~"[_random.Next(13)]));
}
