using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Storage;

/// <summary>Shorter ways to read and write hashes.</summary>
internal static class Hash
{
    public static IReadOnlyDictionary<string, string> ReadHash(this JobStorageConnection connection, string key) =>
        connection.GetAllEntriesFromHash(key) ?? [];

    public static void Set(this JobStorageTransaction transaction, string key, params (string Field, string Value)[] fields) =>
        transaction.SetRangeInHash(key, fields.Select(static field => KeyValuePair.Create(field.Field, field.Value)).ToArray());
}
