using System.Text;
using System.Text.Json;
using SeoAudit.Client.Webhooks;

namespace SeoAudit.Client.Seogent;

/// <summary>What a caller posted as the webhook of a scan. Source: SEOgent API reference, webhooks.</summary>
/// <remarks>
/// SEOgent documents no signature, so nothing here is more than a claim: anybody can post it. Use the id to ask SEOgent
/// (<see cref="ISeogentClient.GetScanStateAsync"/>), and what it answers in place of <see cref="Claims"/>.
/// </remarks>
public sealed record SeogentWebhook
{
    /// <summary>The most bytes that are read: 64 MiB.</summary>
    public const long MaxLength = 64 * 1024 * 1024;

    /// <summary>The scan that the caller speaks of. It has the form of an id; whether there is such a scan is not known.</summary>
    public required string ScanId { get; init; }

    /// <summary>The results that the caller claims, not checked against anything. The same members as the scan's results have.</summary>
    public required ScanResults Claims { get; init; }

    /// <summary>Reads the body of a webhook.</summary>
    /// <param name="body">The bytes as they came: UTF-8 JSON, with or without a byte order mark.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="SeoAuditWebhookException">
    /// It is longer than <see cref="MaxLength"/>, nests deeper than 64 levels, is not JSON, names no scan or two, or its results are not
    /// of the documented form.
    /// </exception>
    public static SeogentWebhook Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxLength)
        {
            throw WebhookFault.TooLong(MaxLength);
        }

        ReadOnlySpan<byte> json = body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        var finder = new ScanIdFinder();
        finder.Read(json, isFinal: true);
        try
        {
            return new SeogentWebhook
            {
                ScanId = finder.ScanId,
                Claims = JsonSerializer.Deserialize(json, SeogentJsonContext.Default.ScanResults)!,
            };
        }
        catch (JsonException exception)
        {
            throw WebhookFault.Create($"cannot be read at '{exception.Path}'", exception);
        }
    }

    /// <summary>
    /// Reads the id of the scan from the body of a webhook, which is read to its end and never held: at most 1 MiB of it is in memory.
    /// The rest of what it says is only checked to be JSON.
    /// </summary>
    /// <param name="body">The bytes as they come. Read asynchronously, and left open.</param>
    /// <param name="maxLength">The most bytes to read; 1 or more.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The id of the scan that the caller speaks of.</returns>
    /// <exception cref="SeoAuditWebhookException">
    /// It is longer than <paramref name="maxLength"/>, holds a single value of more than 1 MiB, nests deeper than 64 levels, is not JSON,
    /// or names no scan or two. What the stream itself throws comes out as it is.
    /// </exception>
    public static Task<string> ReadScanIdAsync(Stream body, long maxLength = MaxLength, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        return ScanIdReader.ReadAsync(body, maxLength, cancellationToken);
    }
}
