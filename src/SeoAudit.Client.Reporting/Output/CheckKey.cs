namespace SeoAudit.Client.Reporting.Output;

/// <summary>What tells a check of a service from its others: its machine name, or its name where it has none.</summary>
internal static class CheckKey
{
    public static string Of(PageCheck check) => Of(check.Key, check.Name);

    public static string Of(string? key, string name) => string.IsNullOrEmpty(key) ? name : key;
}
