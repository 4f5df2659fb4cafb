namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>What may be fetched, and how much of it.</summary>
internal sealed record PageFetchOptions
{
    /// <summary>Names and addresses of this machine itself.</summary>
    public static IReadOnlyList<string> Loopback { get; } = ["localhost", "127.0.0.0/8", "::1"];

    /// <summary>Host names, IP addresses and IP networks (<c>10.0.0.0/8</c>) that may be asked; loopback by default.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = Loopback;

    /// <summary>Time for one page, redirects and body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest page, after decompression.</summary>
    public int MaxBytes { get; init; } = 5 * 1024 * 1024;

    public int MaxRedirects { get; init; } = 5;

    /// <summary>Sent as <c>User-Agent</c>; robots.txt groups are matched by its product name.</summary>
    public string UserAgent { get; init; } = "SeoAuditEmulator/1.0";
}
