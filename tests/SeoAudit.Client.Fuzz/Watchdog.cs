namespace SeoAudit.Client.Fuzz;

/// <summary>Ends the process when an input takes so long that its reader must hang, even where other work starves the machine.</summary>
internal sealed class Watchdog : IDisposable
{
    private const int Patience = 120;

    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private (FuzzTarget Target, byte[] Input, int Seed)? _current;
    private int _age;

    public Watchdog() => _timer = new Timer(_ => Look(), state: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public void Begin(FuzzTarget target, byte[] input, int seed)
    {
        lock (_lock)
        {
            _current = (target, input, seed);
            _age = 0;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _current = null;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            if (_current is { } current && ++_age >= Patience)
            {
                Console.Error.WriteLine($"{current.Target.Name}: {FailedInput.Save(current.Target, current.Input, current.Seed)}: no end within {Patience} seconds");
                Environment.Exit(1);
            }
        }
    }
}
