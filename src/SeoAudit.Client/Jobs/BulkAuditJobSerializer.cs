using System.Buffers;
using System.Text.Json;
using SeoAudit.Client.Jobs;

namespace SeoAudit.Client;

/// <summary>
/// Outcomes and options of jobs as JSON in UTF-8 on one line, and URLs as text, for implementations of <see cref="IBulkAuditJobs"/> that store them. What
/// one version has written, later ones read; members that are not known are skipped. No key is ever among it.
/// </summary>
/// <remarks>
/// Not stored: what an answer said about limits with an audit, raw answers, causes of errors
/// (<see cref="Exception.InnerException"/>) and <see cref="AuditFailedException.Result"/>.
/// </remarks>
public static class BulkAuditJobSerializer
{
    /// <summary>Writes an outcome.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="outcome">The outcome.</param>
    public static void WriteOutcome(IBufferWriter<byte> output, PageAuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(outcome);
        using var json = new Utf8JsonWriter(output);
        StoredOutcome.Write(json, outcome, place: null);
    }

    /// <summary>Reads an outcome.</summary>
    /// <param name="json">What was written.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="JsonException">It is no outcome.</exception>
    public static PageAuditOutcome ReadOutcome(ReadOnlySpan<byte> json)
    {
        StoredOutcome stored = StoredOutcome.Read(json);
        return stored.ToOutcome(stored.Audit, stored.Error);
    }

    /// <summary>Writes the options of a job.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">The options are not valid.</exception>
    public static void WriteOptions(IBufferWriter<byte> output, BulkAuditJobOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        using var json = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(json, StoredJobOptions.Of(JobRules.Check(options)), JobsJsonContext.Default.StoredJobOptions);
    }

    /// <summary>Reads the options of a job.</summary>
    /// <param name="json">What was written.</param>
    /// <returns>The options.</returns>
    /// <exception cref="JsonException">They are no options.</exception>
    public static BulkAuditJobOptions ReadOptions(ReadOnlySpan<byte> json)
    {
        StoredJobOptions stored = JsonSerializer.Deserialize(json, JobsJsonContext.Default.StoredJobOptions) ?? throw new JsonException("Stored options are null.");
        try
        {
            return JobRules.Check(stored.ToOptions());
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"Stored options are not valid: {exception.Message}", exception);
        }
    }

    /// <summary>Writes a URL of the input, whatever it is: also one that is relative, or that no service would take.</summary>
    /// <param name="url">The URL.</param>
    /// <returns>Printable ASCII without spaces, from which <see cref="ReadUrl"/> makes the URL as it was.</returns>
    public static string WriteUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return UrlLine.Write(url);
    }

    /// <summary>Reads a URL.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>The URL.</returns>
    /// <exception cref="FormatException">It is none that was written by <see cref="WriteUrl"/>.</exception>
    public static Uri ReadUrl(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return UrlLine.Read(text);
    }

    /// <summary>What a job tells the URLs of its input apart by: two with the same key are one page, and have one outcome.</summary>
    /// <param name="url">The URL.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return JobInput.KeyOf(url);
    }
}
