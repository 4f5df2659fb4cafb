using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SeoAudit.Cli.Settings;

/// <summary>Reads a secret: from a terminal without showing it, else a line from standard input.</summary>
internal static class SecretInput
{
    public static async Task<string> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            return await ReadLineAsync(Console.OpenStandardInput(), cancellationToken);
        }

        // Before the prompt: what is pasted at once would else be shown until the first key is read.
        using var silence = TerminalEcho.TurnOff();
        await Console.Error.WriteAsync(prompt);
        try
        {
            return silence is null ? (await Task.Run(ReadKeys, cancellationToken).WaitAsync(cancellationToken)).Trim() : await ReadLineAsync(TerminalInput(), cancellationToken);
        }
        finally
        {
            await Console.Error.WriteLineAsync();
        }
    }

    private static async Task<string> ReadLineAsync(Stream input, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(input);
        return (await reader.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken))?.Trim() ?? string.Empty;
    }

    // The console's own stream of a terminal shows what it reads, whatever the terminal does.
    private static FileStream TerminalInput() => new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    private static string ReadKeys()
    {
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } pressed)
        {
            if (pressed.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(text.Length - 1, 0);
            }
            else if (!char.IsControl(pressed.KeyChar))
            {
                text.Append(pressed.KeyChar);
            }
        }

        return text.ToString();
    }
}
