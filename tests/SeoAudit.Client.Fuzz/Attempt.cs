namespace SeoAudit.Client.Fuzz;

/// <summary>One input given to one reader.</summary>
internal readonly record struct Attempt(ulong Outcome, Exception? Undocumented, long Allocated)
{
    public static async Task<Attempt> MakeAsync(FuzzTarget target, byte[] input)
    {
        // Of all threads, for what reads files goes to others; a few kilobytes more or less do not matter.
        long before = GC.GetTotalAllocatedBytes(precise: false);
        Exception? undocumented = null;
        ulong outcome;
        try
        {
            object? result = await target.ReadAsync(input);
            outcome = Shape.Of(result);
        }
        catch (Exception exception)
        {
            undocumented = target.IsDocumented(exception) ? null : exception;
            outcome = Shape.OfFailure(exception);
        }

        return new Attempt(outcome, undocumented, GC.GetTotalAllocatedBytes(precise: false) - before);
    }

    public static async Task<string> DescribeAsync(FuzzTarget target, byte[] input)
    {
        try
        {
            object? result = await target.ReadAsync(input);
            Shape.Of(result);
            return $"read: {result}";
        }
        catch (Exception exception)
        {
            return $"{(target.IsDocumented(exception) ? "documented" : "UNDOCUMENTED")}: {exception}";
        }
    }
}
