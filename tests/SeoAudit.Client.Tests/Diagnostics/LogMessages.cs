using System.Reflection;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.AspNetCore;
using SeoAudit.Client.Diagnostics;

namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>All that a package can log, as its code declares it.</summary>
internal static class LogMessages
{
    /// <summary>Of the SDK itself.</summary>
    public static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Attribute)> All { get; } = In(typeof(Log).Assembly);

    /// <summary>Of what receives webhooks.</summary>
    public static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Attribute)> OfWebhooks { get; } = In(typeof(SeogentWebhookReceiver).Assembly);

    public static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Attribute)> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(static method => (Method: method, Attribute: method.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Where(static message => message.Attribute is not null)
            .OrderBy(static message => message.Attribute.EventId),
    ];

    public static bool CarriesException(MethodInfo message) =>
        message.GetParameters().Any(static parameter => typeof(Exception).IsAssignableFrom(parameter.ParameterType));
}
