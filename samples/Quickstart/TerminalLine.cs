namespace Quickstart;

/// <summary>A line that is rewritten in place. Plain characters only: no colours, no cursor movements but the carriage return.</summary>
internal sealed class TerminalLine
{
    private readonly Lock _gate = new();
    private string _shown = string.Empty;

    /// <summary>Whether there is a terminal to rewrite a line on.</summary>
    public static bool IsPossible =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>How many characters fit; one less than the window has, because some terminals wrap after the last.</summary>
    public static int Width => Console.WindowWidth is > 1 and var columns ? columns - 1 : 79;

    public void Show(string text)
    {
        lock (_gate)
        {
            string line = text.Length <= Width ? text : text[..Width];
            Console.Write($"\r{line.PadRight(Math.Min(_shown.Length, Width))}");
            _shown = line;
        }
    }

    /// <summary>Leaves the line as it is; what follows comes below.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_shown.Length > 0)
            {
                Console.WriteLine();
                _shown = string.Empty;
            }
        }
    }

    /// <summary>Writes a lasting line to standard error, above this one.</summary>
    public void Warn(string text)
    {
        lock (_gate)
        {
            string shown = _shown;
            if (shown.Length > 0)
            {
                Console.Write($"\r{new string(' ', Math.Min(shown.Length, Width))}\r");
            }

            Console.Error.WriteLine(text);
            Console.Write(shown);
        }
    }
}
