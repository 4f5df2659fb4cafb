using System.CommandLine;
using System.Globalization;
using SeoAudit.Cli.CommandLine;
using SeoAudit.Cli.Options;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;
using SeoAudit.Client;
using SeoAudit.Client.MetricSpot;

namespace SeoAudit.Cli.Scans;

internal static class PdfCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The id of the audit." };

    private static readonly Option<string> Output = new("--output", "-o") { HelpName = "FILE", Description = "The file.", Required = true };

    private static readonly Option<string?> Language = Values.Text("--language", "CODE", "The language: en (the default), es, de, fr, pt or it.");

    public static Command Create(IReadOnlyList<string> arguments)
    {
        var command = new Command("pdf", "Has MetricSpot make a PDF of an audit, and saves it.") { Id, Output, Language };
        command.Does(arguments, static invocation =>
            ResultRun.WithClientAsync(invocation, AuditService.MetricSpot, client => SaveAsync(invocation, client.MetricSpot)));
        return command;
    }

    private static async Task<int> SaveAsync(Invocation invocation, IMetricSpotClient client)
    {
        string path = Path.GetFullPath(invocation.Get(Output)!);
        if (Directory.Exists(path))
        {
            throw new UsageException($"{path} is a folder.");
        }

        string partial = path + ".partial";
        PdfRequest? request = invocation.Get(Language) is { } language ? new PdfRequest { Language = new PdfLanguage(language) } : null;
        FileStream file = File.Create(partial);
        try
        {
            await using (file)
            {
                PdfOperation pdf = await client.QueuePdfAsync(invocation.Get(Id), request, invocation.Stop);
                await using Stream content = await ProgressScope.RunAsync(
                    invocation.Screen,
                    invocation.Time,
                    view => pdf.WaitForCompletionAsync(new WaitOptions { Progress = new WaitProgress(view) }, invocation.Stop));
                await content.CopyToAsync(file, invocation.Stop);
            }
        }
        catch
        {
            // Not before it is closed: Windows deletes no open file.
            File.Delete(partial);
            throw;
        }

        File.Move(partial, path, overwrite: true);
        long size = new FileInfo(path).Length;
        if (invocation.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("file", path);
                json.WriteNumber("bytes", size);
                json.WriteEndObject();
            });
        }

        invocation.Screen.Note(string.Create(CultureInfo.InvariantCulture, $"Wrote {path}, {size:N0} bytes"));
        return ExitCode.Passed;
    }
}
