namespace SeoAudit.Client.Fuzz.Mutations;

internal static class RandomExtensions
{
    public static T Pick<T>(this Random random, ReadOnlySpan<T> from) => from[random.Next(from.Length)];

    public static bool OneIn(this Random random, int count) => random.Next(count) == 0;

    /// <summary>Mostly few, now and then many.</summary>
    public static int Count(this Random random) => random.OneIn(20) ? random.Next(1, 5_000) : random.Next(1, 6);
}
