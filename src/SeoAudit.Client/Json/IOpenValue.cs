namespace SeoAudit.Client.Json;

/// <summary>A value from a list that a service may extend: known members are named, unknown ones are carried.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    /// <summary>The value as the service words it.</summary>
    string Value { get; }

    /// <summary>Wraps a value as the service words it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The wrapped value.</returns>
    static abstract TSelf Create(string value);
}
