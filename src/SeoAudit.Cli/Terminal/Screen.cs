using Spectre.Console;

namespace SeoAudit.Cli.Terminal;

/// <summary>
/// What is shown, and where: what was asked for on standard output, everything else on standard error. Texts are shown as they are;
/// nothing in them is obeyed.
/// </summary>
internal sealed class Screen
{
    private const int WidthOfFiles = 160;

    private readonly bool _noColor;
    private readonly Lazy<IAnsiConsole> _output;
    private readonly Lazy<IAnsiConsole> _error;

    public Screen(bool quiet, bool verbose, bool noColor)
    {
        IsQuiet = quiet;
        IsVerbose = verbose;
        bool dumb = Environment.GetEnvironmentVariable("TERM") is "dumb";
        IsTerminal = !Console.IsErrorRedirected && !dumb;
        _noColor = noColor || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _output = new(() => Make(Console.Out, !Console.IsOutputRedirected && !dumb));
        _error = new(() => Make(Console.Error, IsTerminal));
    }

    public bool IsQuiet { get; }

    public bool IsVerbose { get; }

    /// <summary>Whether somebody looks at standard error.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether a progress display stands at the foot of the terminal.</summary>
    public bool IsLive { get; set; }

    public IAnsiConsole Output => _output.Value;

    public IAnsiConsole Error => _error.Value;

    /// <summary>Says something that helps, unless nothing is to be said.</summary>
    public void Note(string text)
    {
        if (!IsQuiet)
        {
            Write(text);
        }
    }

    /// <summary>Says something that only helps to find out why.</summary>
    public void Detail(string text)
    {
        if (IsVerbose)
        {
            Write(text);
        }
    }

    /// <summary>Says something that must not be missed, even when nothing else is to be said.</summary>
    public void Say(string text) => Write(text);

    public void Warn(string text) => Write($"warning: {text}");

    public void Fail(string text) => Write($"error: {text}");

    /// <summary>Shows something of several lines on standard error.</summary>
    public void Explain(Action<IAnsiConsole> show) => StandardError.IfPossible(() => show(Error));

    /// <summary>Brings back the cursor that a progress display hides.</summary>
    public void ShowCursor()
    {
        if (IsTerminal)
        {
            Console.Error.Write("\e[?25h");
        }
    }

    private void Write(string text)
    {
        string plain = PlainText.Of(text);
        if (IsLive)
        {
            // The console that shows the progress makes room above itself; it breaks long lines, which a terminal does better.
            Explain(error => error.Write(new Text(plain + Environment.NewLine)));
        }
        else
        {
            StandardError.WriteLine(plain);
        }
    }

    private IAnsiConsole Make(TextWriter writer, bool terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal && !_noColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!terminal)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
