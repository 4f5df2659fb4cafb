using System.Runtime.CompilerServices;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Running;

namespace SeoAudit.Cli.Auditing;

/// <summary>Reads addresses of pages from the command line, files and standard input.</summary>
internal static class UrlSources
{
    public const string StandardInput = "-";

    /// <exception cref="UsageException">It is not an absolute http or https address.</exception>
    public static Uri Parse(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
        {
            return url;
        }

        if (text.StartsWith('-'))
        {
            throw new UsageException($"There is no option {text} here.");
        }

        string hint = !text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate($"https://{text}", UriKind.Absolute, out Uri? complete) ? $" Do you mean {complete}?" : "";
        throw new UsageException($"\"{text}\" is not an absolute http or https address.{hint}");
    }

    /// <summary>The addresses that were named, then those of the files, in order.</summary>
    public static async IAsyncEnumerable<Uri> ReadAsync(
        IReadOnlyList<string> arguments, IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string argument in arguments)
        {
            if (argument != StandardInput)
            {
                yield return Parse(argument);
                continue;
            }

            using var input = new StreamReader(Console.OpenStandardInput());
            await foreach (Uri url in ReadLinesAsync(input, cancellationToken))
            {
                yield return url;
            }
        }

        foreach (string file in files)
        {
            using var reader = new StreamReader(file);
            await foreach (Uri url in ReadLinesAsync(reader, cancellationToken))
            {
                yield return url;
            }
        }
    }

    // A read from a terminal or a pipe cannot be cancelled, so it is left behind. A line that is no address becomes a page that failed, like any other page that cannot be audited.
    private static async IAsyncEnumerable<Uri> ReadLinesAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken) is { } line)
        {
            string text = line.Trim();
            if (text.Length > 0 && !text.StartsWith('#'))
            {
                yield return AnyAddress.Of(text);
            }
        }
    }
}
