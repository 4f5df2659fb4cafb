using System.Text;

namespace SeoAudit.Cli.Settings;

/// <summary>Reads a secret: from a terminal without showing it, else a line from standard input.</summary>
internal static class SecretInput
{
    public static async Task<string> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
        {
            using var input = new StreamReader(Console.OpenStandardInput());
            return (await input.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken))?.Trim() ?? string.Empty;
        }

        await Console.Error.WriteAsync(prompt);
        string value = await Task.Run(ReadKeys, cancellationToken).WaitAsync(cancellationToken);
        await Console.Error.WriteLineAsync();
        return value.Trim();
    }

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
