using Microsoft.Extensions.Logging;

namespace SeoAudit.Cli.Terminal;

/// <summary>What the client logs, on standard error.</summary>
internal sealed class ScreenLog(Screen screen) : ILoggerProvider, ILogger
{
    private const string OwnCategory = "SeoAudit.";

    private static readonly Silence Others = new();

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith(OwnCategory, StringComparison.Ordinal) ? this : Others;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        screen.Detail($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}{(exception is null ? "" : $" {exception.Message}")}");

    private sealed class Silence : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => false;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }
    }
}
