namespace SeoAudit.Client.Fuzz;

/// <summary>A property of a reader does not hold.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message)
{
    public static void ThrowIf(bool broken, string message)
    {
        if (broken)
        {
            throw new BrokenPromiseException(message);
        }
    }
}
