using System.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.Running;

/// <summary>One run of a command: what was asked for, and what it may use.</summary>
internal sealed class Invocation : IDisposable
{
    private readonly Lazy<Interruption> _interruption;

    public Invocation(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Parsed = parsed;
        Arguments = arguments;
        Screen = new Screen(parsed.GetValue(GlobalOptions.Quiet), parsed.GetValue(GlobalOptions.Verbose), parsed.GetValue(GlobalOptions.NoColor));
        _interruption = new(() => new Interruption(Screen.ShowCursor));
    }

    public ParseResult Parsed { get; }

    /// <summary>The command line as it came.</summary>
    public IReadOnlyList<string> Arguments { get; }

    public Screen Screen { get; }

    public TimeProvider Time { get; } = TimeProvider.System;

    public Interruption Interruption => _interruption.Value;

    public CancellationToken Stop => Interruption.Requested;

    public bool Json => Parsed.GetValue(GlobalOptions.Json);

    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    public T Get<T>(Argument<T> argument) => Parsed.GetRequiredValue(argument);

    public void Dispose()
    {
        if (_interruption.IsValueCreated)
        {
            _interruption.Value.Dispose();
        }
    }
}
