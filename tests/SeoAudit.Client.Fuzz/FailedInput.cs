using System.Globalization;

namespace SeoAudit.Client.Fuzz;

/// <summary>Keeps an input that a reader failed on, to be replayed.</summary>
internal static class FailedInput
{
    public static string Save(FuzzTarget target, byte[] input, int seed)
    {
        string file = Path.GetFullPath(string.Create(CultureInfo.InvariantCulture, $"fuzz-{target.Name}-{seed}.input"));
        File.WriteAllBytes(file, input);
        return file;
    }
}
