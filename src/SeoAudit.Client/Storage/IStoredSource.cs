using System.Text.Json;

namespace SeoAudit.Client.Storage;

/// <summary>One service's own result as JSON in a store; storage knows the services only through this.</summary>
internal interface IStoredSource
{
    /// <summary>The name that the result is found again by; never changed.</summary>
    string Name { get; }

    /// <summary>The result as JSON; null where it is another service's, or cannot be written.</summary>
    byte[]? Write(object source);

    object? Read(ref Utf8JsonReader reader);
}
