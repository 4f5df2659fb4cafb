using System.Globalization;
using System.Numerics;

namespace SeoAudit.Client.Tests.Bulk.Report;

/// <summary>Reckons with the exact decimal value of binary numbers, digit by digit.</summary>
internal static class ExactDecimal
{
    // Every double of at least a thousandth, and 0, ends within so many places.
    private const int Places = 80;

    public static double RoundToOneDecimal(double value)
    {
        var unit = BigInteger.Pow(10, Places - 1);
        var tenths = BigInteger.DivRem(Digits(value), unit, out BigInteger rest);
        int half = (rest * 2).CompareTo(unit);
        if (half > 0 || (half == 0 && !tenths.IsEven))
        {
            tenths++;
        }

        return double.Parse($"{tenths / 10}.{tenths % 10}", CultureInfo.InvariantCulture);
    }

    public static double Sum(IEnumerable<double> values) => double.Parse(
        $"{values.Aggregate(BigInteger.Zero, static (sum, value) => sum + Digits(value))}e-{Places}", CultureInfo.InvariantCulture);

    private static BigInteger Digits(double value) => BigInteger.Parse(
        value.ToString($"F{Places}", CultureInfo.InvariantCulture).Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
