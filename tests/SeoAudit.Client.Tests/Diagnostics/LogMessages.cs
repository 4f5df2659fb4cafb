using System.Reflection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>All that the SDK can log, as its code declares it.</summary>
internal static class LogMessages
{
    public static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Attribute)> All { get; } =
    [
        .. typeof(Log).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(static method => (Method: method, Attribute: method.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Where(static message => message.Attribute is not null)
            .OrderBy(static message => message.Attribute.EventId),
    ];
}
