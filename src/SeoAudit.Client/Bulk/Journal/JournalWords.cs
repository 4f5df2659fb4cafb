namespace SeoAudit.Client.Bulk.Journal;

/// <summary>The member names and kinds of line in a journal.</summary>
internal static class JournalWords
{
    public const int Version = 1;
    public const string Format = "seoaudit-bulk-journal";

    /// <summary>What every journal begins with, whatever its version.</summary>
    public static ReadOnlySpan<byte> Start => "{\"format\":\"seoaudit-bulk-journal\",\"version\":"u8;

    public const string FormatMember = "format";
    public const string VersionMember = "version";
    public const string OptionsMember = "options";
    public const string FingerprintMember = "fingerprint";
    public const string Kind = "t";
    public const string Number = "n";
    public const string Service = "service";
    public const string At = "at";
    public const string Urls = "urls";
    public const string Id = "id";
    public const string Url = "url";
    public const string Audit = "audit";
    public const string Error = "error";

    public const string Queueing = "queueing";
    public const string Queued = "queued";
    public const string Refused = "refused";
    public const string Ended = "ended";
    public const string Audited = "audited";
    public const string Failed = "failed";
}
