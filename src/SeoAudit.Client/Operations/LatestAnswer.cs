namespace SeoAudit.Client.Operations;

/// <summary>Keeps the latest of the answers that several polls get at once.</summary>
internal static class LatestAnswer
{
    /// <summary>Keeps an answer, unless it was on its way when another poll found the end.</summary>
    /// <returns>What is known now: the answer, or the end that another poll found.</returns>
    public static T Keep<T>(ref T? latest, T answer, Func<T, bool> isFinal)
        where T : class
    {
        T? known = Volatile.Read(ref latest);
        while (known is null || !isFinal(known) || isFinal(answer))
        {
            T? before = Interlocked.CompareExchange(ref latest, answer, known);
            if (ReferenceEquals(before, known))
            {
                return answer;
            }

            known = before;
        }

        return known;
    }
}
