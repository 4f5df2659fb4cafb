using System.Text.Json;
using System.Xml.Linq;

namespace SeoAudit.Cli.Pipelines;

/// <summary>Looks into the files that a pipeline hands to its host.</summary>
internal static class Reports
{
    public static void Inspect(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            throw new PipelineException($"{file} is handed over, but it is not there or empty.");
        }

        switch (Path.GetExtension(file))
        {
            case ".sarif":
                Expect(Findings(path).Any(), $"{file} has no finding.");
                break;
            case ".xml":
                Expect(XDocument.Load(path).Descendants("testcase").Any(), $"{file} has no test case.");
                break;
            case ".html":
                Expect(File.ReadAllText(path).StartsWith("<!doctype html>", StringComparison.OrdinalIgnoreCase), $"{file} is no HTML.");
                break;
            case ".jsonl":
                Expect(File.ReadLines(path).Select(static line => JsonDocument.Parse(line)).Any(), $"{file} has no page.");
                break;
            case ".md":
                Expect(File.ReadAllText(path).StartsWith("<!-- seoaudit-report -->\n", StringComparison.Ordinal), $"{file} cannot be found again as a comment.");
                break;
            default:
                throw new PipelineException($"Nobody knows what {file} is.");
        }
    }

    public static void Expect(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new PipelineException(otherwise);
        }
    }

    /// <summary>Looks at what code scanning gets: every finding must be at a file of the repository.</summary>
    public static void InspectFindings(string folder, string file)
    {
        foreach (JsonElement result in Findings(Path.Combine(folder, file)))
        {
            string uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Expect(File.Exists(Path.Combine(folder, uri)), $"A finding is shown at {uri}, which is no file of the repository.");
        }
    }

    private static JsonElement.ArrayEnumerator Findings(string path)
    {
        JsonElement sarif = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        Expect(sarif.GetProperty("version").GetString() == "2.1.0", $"{path} is not SARIF 2.1.0.");
        return sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
    }
}
