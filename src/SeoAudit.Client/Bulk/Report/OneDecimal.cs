namespace SeoAudit.Client.Bulk;

/// <summary>
/// Rounds to one decimal as Python's <c>round(x, 1)</c> does, by the exact value of the binary number: <c>Math.Round</c> multiplies by
/// ten first, which makes a half of 70.35, and formatting rounds a half of 70.25 away from zero.
/// </summary>
internal static class OneDecimal
{
    private const int MantissaBits = 52;
    private const int Bias = 1023 + MantissaBits;

    public static double Round(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> MantissaBits) & 0x7FF);
        long mantissa = bits & ((1L << MantissaBits) - 1);
        if (exponent >= Bias)
        {
            // Whole already, infinite, or no number.
            return value;
        }

        int shift = Bias - Math.Max(exponent, 1);
        long tenfold = 10 * (exponent == 0 ? mantissa : mantissa | (1L << MantissaBits));
        if (shift > 60)
        {
            // Ten times the mantissa has at most 57 bits, so this is less than a half of a tenth.
            return Math.CopySign(0, value);
        }

        long tenths = tenfold >> shift;
        long rest = tenfold - (tenths << shift);
        long half = 1L << (shift - 1);
        if (rest > half || (rest == half && (tenths & 1) != 0))
        {
            tenths++;
        }

        return Math.CopySign(tenths / 10.0, value);
    }
}
