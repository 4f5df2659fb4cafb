using System.Globalization;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Under which names things are in the storage. All stay under 100 characters, which is what some storages allow.</summary>
internal static class Keys
{
    /// <summary>The set of all jobs.</summary>
    public const string Jobs = "seoaudit:jobs";

    /// <summary>The set of all batches that a worker has or waits with.</summary>
    public const string Claims = "seoaudit:claims";

    /// <summary>Until when each service is left alone.</summary>
    public const string Pauses = "seoaudit:pauses";

    public static string Job(string id) => $"seoaudit:job:{id}";

    /// <summary>Which chunks of a job's batches are begun, and the sums of those that are done.</summary>
    public static string Chunks(string id) => $"seoaudit:chunks:{id}";

    /// <summary>How far each batch of a chunk is.</summary>
    public static string Progress(string id, int chunk) => Of("progress", id, chunk);

    /// <summary>The runs of outcomes in the order in which they are read.</summary>
    public static string Order(string id) => $"seoaudit:order:{id}";

    /// <summary>How many outcomes have their place in that order: in all, and of each chunk.</summary>
    public static string Ordered(string id) => $"seoaudit:ordered:{id}";

    /// <summary>The same of each batch of a chunk.</summary>
    public static string Ordered(string id, int chunk) => Of("ordered", id, chunk);

    public static string Input(string id, int batch) => Of("in", id, batch);

    public static string Outcomes(string id, int batch) => Of("out", id, batch);

    public static string Journal(string id, int batch) => Of("journal", id, batch);

    /// <summary>Who has a batch.</summary>
    public static string Claim(string id, int batch) => Of("claim", id, batch);

    /// <summary>The set of the batches of a service that are worked on.</summary>
    public static string Slots(AuditService service) => $"seoaudit:slots:{service}";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Of(string what, string id, int number) => string.Create(CultureInfo.InvariantCulture, $"seoaudit:{what}:{id}:{number}");
}
