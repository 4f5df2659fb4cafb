using System.Runtime.InteropServices;

namespace SeoAudit.Cli.Running;

/// <summary>Ctrl+C and SIGTERM: the first asks the command to stop in order, the second ends the process as it would without a handler.</summary>
internal sealed class Interruption : IDisposable
{
    private const int SignalExit = 128;

    private readonly CancellationTokenSource _requested = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action _beforeAbrupt;
    private int _signal;

    /// <summary>Begins to listen.</summary>
    /// <param name="beforeAbrupt">What is done before the process ends at once.</param>
    public Interruption(Action beforeAbrupt)
    {
        _beforeAbrupt = beforeAbrupt;
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>What a shell expects of a process that a signal ended.</summary>
    public int ExitCode => SignalExit + _signal;

    /// <summary>Asks the same as the first signal would.</summary>
    // What is cancelled may go on for a while; a second signal must not wait for it.
    public void Request() => ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _requested, preferLocal: false);

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        // A signal that has just come may still be about to cancel the source, which has nothing to let go of.
    }

    private void Handle(PosixSignalContext context)
    {
        int number = context.Signal == PosixSignal.SIGINT ? 2 : 15;
        if (Interlocked.CompareExchange(ref _signal, number, 0) != 0)
        {
            _beforeAbrupt();
            return;
        }

        context.Cancel = true;
        Request();
    }
}
