using System.Text;

namespace SeoAudit.Client.Sitemaps;

/// <summary>The size and order of a text's code units, as its first bytes give them away.</summary>
internal sealed class ByteOrder
{
    public const int Longest = 4;

    private static readonly ByteOrder Utf8 = new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1, isBig: false);
    private static readonly ByteOrder Bytes = new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1, isBig: false);
    private static readonly ByteOrder LittleUtf16 = new(new UnicodeEncoding(bigEndian: false, byteOrderMark: true), 2, isBig: false);
    private static readonly ByteOrder BigUtf16 = new(new UnicodeEncoding(bigEndian: true, byteOrderMark: true), 2, isBig: true);

    // The longer marks first: one of them begins like a shorter one.
    private static readonly ByteOrder[] Marked =
    [
        new(new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4, isBig: false),
        new(new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4, isBig: true),
        Utf8,
        LittleUtf16,
        BigUtf16,
    ];

    private readonly bool _isBig;

    private ByteOrder(Encoding encoding, int unitSize, bool isBig)
    {
        Encoding = encoding;
        UnitSize = unitSize;
        _isBig = isBig;
        Mark = encoding.GetPreamble();
    }

    /// <summary>The encoding that goes with it; for single bytes only as good as ASCII.</summary>
    public Encoding Encoding { get; }

    public int UnitSize { get; }

    /// <summary>The byte order mark to put before what follows, whether or not one stood there.</summary>
    public byte[] Mark { get; }

    /// <param name="bytes">The first four bytes, or all there are.</param>
    /// <param name="mark">How many of them are a byte order mark.</param>
    public static ByteOrder Detect(ReadOnlySpan<byte> bytes, out int mark)
    {
        foreach (ByteOrder order in Marked)
        {
            if (bytes.StartsWith(order.Mark))
            {
                mark = order.Mark.Length;
                return order;
            }
        }

        mark = 0;
        return bytes switch
        {
            [(byte)'<', 0, not 0, ..] => LittleUtf16,
            [0, (byte)'<', ..] => BigUtf16,
            _ => Bytes,
        };
    }

    /// <summary>Skips white space, and marks that stand there once more.</summary>
    /// <returns>The code unit that comes first; -1 where more has to be looked at.</returns>
    public int SkipWhiteSpace(PeekStream content, ref int lines)
    {
        while (content.Peeked.Length >= UnitSize)
        {
            uint unit = Unit(content.Peeked);
            if (unit is ' ' or '\t' or '\r' or '\n')
            {
                lines += unit == '\n' ? 1 : 0;
                content.Skip(UnitSize);
            }
            else if (unit == Utf8.Mark[0] && UnitSize == 1)
            {
                if (content.Peeked.Length < Utf8.Mark.Length)
                {
                    return -1;
                }

                if (!content.Peeked.StartsWith(Utf8.Mark))
                {
                    return (int)unit;
                }

                content.Skip(Utf8.Mark.Length);
            }
            else
            {
                return unit > char.MaxValue ? char.MaxValue : (int)unit;
            }
        }

        return -1;
    }

    public int IndexOf(ReadOnlySpan<byte> bytes, char character)
    {
        for (var index = 0; index + UnitSize <= bytes.Length; index += UnitSize)
        {
            if (Unit(bytes[index..]) == character)
            {
                return index;
            }
        }

        return -1;
    }

    private uint Unit(ReadOnlySpan<byte> bytes)
    {
        uint unit = 0;
        for (var index = 0; index < UnitSize; index++)
        {
            unit = (unit << 8) | bytes[_isBig ? index : UnitSize - 1 - index];
        }

        return unit;
    }
}
