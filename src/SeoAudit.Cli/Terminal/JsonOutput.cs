using System.Text.Json;

namespace SeoAudit.Cli.Terminal;

/// <summary>The one JSON object that <c>--json</c> prints.</summary>
internal static class JsonOutput
{
    public static void Write(Action<Utf8JsonWriter> write)
    {
        using Stream output = StandardOutput.Open();
        using (var json = new Utf8JsonWriter(output))
        {
            write(json);
        }

        output.WriteByte((byte)'\n');
    }
}
