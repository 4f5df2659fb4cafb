namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>Rounds to one decimal by the exact value of the binary number, a half to the even digit: as the report of a bulk run does.</summary>
internal static class Tenths
{
    public static double Round(double value)
    {
        double tenfold = value * 10;
        double floor = Math.Floor(tenfold);
        double tenths = Math.Round(tenfold, MidpointRounding.ToEven);

        // The product may be rounded to a half that the number itself is not: what was lost then tells the side.
        double lost = Math.FusedMultiplyAdd(value, 10, -tenfold);
        if (tenfold - floor == 0.5 && lost != 0)
        {
            tenths = lost > 0 ? floor + 1 : floor;
        }

        // Adding makes a plain zero of a negative one.
        return (tenths / 10) + 0.0;
    }
}
