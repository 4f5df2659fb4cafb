using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Checks;

/// <summary>Judges how long a text is, in characters as a reader counts them.</summary>
internal readonly record struct LengthBand(string Noun, int Min, int Max)
{
    public CheckResult Judge(CheckDefinition check, string? text)
    {
        if (text is null)
            return check.Fail($"There is no {Noun} to measure. Write one of {Min} to {Max} characters.");
        int length = new StringInfo(text).LengthInTextElements;
        string value = length.ToString(CultureInfo.InvariantCulture);
        if (length < Min)
            return check.Warn($"The {Noun} has {length} characters. Extend it to {Min}-{Max}, so that it says enough.", value);
        if (length > Max)
            return check.Warn($"The {Noun} has {length} characters. Shorten it to {Min}-{Max}, so that results show all of it.", value);
        return check.Pass($"The {Noun} has {length} characters, within {Min}-{Max}.", value);
    }
}
