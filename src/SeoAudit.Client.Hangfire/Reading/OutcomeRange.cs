using System.Globalization;

namespace SeoAudit.Client.Hangfire.Reading;

/// <summary>Outcomes of one batch that follow each other where a job is read.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="First">The first of them, among those of the batch.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Start">The place of the first one in the job.</param>
internal sealed record OutcomeRange(int Batch, int First, int Count, int Start)
{
    /// <exception cref="FormatException">What is stored is none.</exception>
    public static OutcomeRange Read(string text)
    {
        int[] numbers = [.. text.Split(' ').Select(static number => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture))];
        return numbers is [var batch, var first, var count, var start] ? new OutcomeRange(batch, first, count, start) : throw new FormatException("It is no run of outcomes.");
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Batch} {First} {Count} {Start}");
}
