using System.Globalization;
using System.Text;

namespace SeoAudit.Emulator.Pdf;

/// <summary>Puts numbered objects one after another and ends the file with the table of where each begins.</summary>
internal sealed class PdfObjectWriter
{
    private readonly List<int> _offsets = [];

    // Everything written is ASCII, so that a character is a byte.
    private readonly StringBuilder _file = new("%PDF-1.4\n");

    /// <summary>Adds an object; the first one has the number 1.</summary>
    public void Add(string content)
    {
        _offsets.Add(_file.Length);
        _file.Append(CultureInfo.InvariantCulture, $"{_offsets.Count} 0 obj\n{content}\nendobj\n");
    }

    public byte[] Finish(int root, int info)
    {
        int table = _file.Length;
        int size = _offsets.Count + 1;
        _file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        foreach (int offset in _offsets)
            _file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        _file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(_file.ToString());
    }
}
