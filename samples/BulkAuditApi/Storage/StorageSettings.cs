namespace BulkAuditApi.Storage;

/// <summary>The section <c>Storage</c>. Without an address jobs are kept in memory and end with the process.</summary>
internal sealed class StorageSettings
{
    /// <summary>A connection string of PostgreSQL.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>A configuration string of StackExchange.Redis.</summary>
    public string? Redis { get; set; }

    /// <summary>When a job that a killed process had only just fetched is handed out again.</summary>
    public TimeSpan InvisibilityTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the locks of a killed process stand; PostgreSQL only.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
