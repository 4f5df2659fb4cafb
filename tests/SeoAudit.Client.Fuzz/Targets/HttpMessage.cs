using System.Net;
using System.Text;
using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>An answer written as a status, lines of headers, an empty line and a body.</summary>
internal static class HttpMessage
{
    public static HttpResponseMessage Parse(byte[] input)
    {
        int body = MessageGrammar.BodyOf(input);
        string[] head = Encoding.UTF8.GetString(input, 0, body).Split('\n');
        var message = new HttpResponseMessage(Status(head[0])) { Content = new ByteArrayContent(input, body, input.Length - body) };
        foreach (string line in head.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !message.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim()))
            {
                message.Content.Headers.TryAddWithoutValidation(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return message;
    }

    private static HttpStatusCode Status(string line)
    {
        int number = line.Where(char.IsAsciiDigit).Take(4).Aggregate(0, static (number, digit) => (number * 10) + (digit - '0'));
        return (HttpStatusCode)(300 + (number % 300));
    }
}
