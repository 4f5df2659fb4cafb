using System.Text;
using System.Text.Json;
using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Emulation;

/// <summary>Where an emulator's services are, and what to set so that the tool and apps with the SDK use them.</summary>
internal sealed class EmulatorAddresses(Uri emulator, Uri? sitemap)
{
    // Made up; each is an account of its own.
    private const string SeogentToken = "sk_emulator_account_of_seogent";
    private const string MetricSpotKey = "ms_live_emulator_account_of_metricspot";

    private readonly (string Name, string Value)[] _variables =
    [
        ("SeoAudit__SeoPeek__BaseAddress", $"{emulator}seopeek/"),
        ("SeoAudit__Seogent__BaseAddress", $"{emulator}seogent/api/"),
        ("SeoAudit__Seogent__ApiToken", SeogentToken),
        ("SeoAudit__MetricSpot__BaseAddress", $"{emulator}metricspot/"),
        ("SeoAudit__MetricSpot__ApiKey", MetricSpotKey),
    ];

    public string Text()
    {
        string page = sitemap is null ? "http://localhost:3000/" : new Uri(sitemap, "/").AbsoluteUri;
        var text = new StringBuilder();
        text.AppendLine($"SEOPeek     {emulator}seopeek/");
        text.AppendLine($"SEOgent     {emulator}seogent/api/");
        text.AppendLine($"MetricSpot  {emulator}metricspot/");
        if (sitemap is not null)
        {
            text.AppendLine($"Site        {page}");
            text.AppendLine($"Sitemap     {sitemap}");
        }

        text.AppendLine().AppendLine("In another terminal (bash, zsh):");
        foreach ((string name, string value) in _variables)
        {
            text.AppendLine($"  export {name}={value}");
        }

        text.AppendLine().AppendLine("or (PowerShell):");
        foreach ((string name, string value) in _variables)
        {
            text.AppendLine($"  $env:{name} = '{value}'");
        }

        text.AppendLine().AppendLine("then:");
        text.AppendLine($"  {RootCommands.Name} audit {page}");
        text.AppendLine($"  {RootCommands.Name} {(sitemap is null ? $"sitemap {page}sitemap.xml" : $"sitemap {sitemap}")} --output report.html");
        text.Append($"  {RootCommands.Name} scan {page.TrimEnd('/')}");
        return text.ToString();
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("base_address", emulator.AbsoluteUri);
        json.WriteString("sitemap", sitemap?.AbsoluteUri);
        json.WriteStartObject("environment");
        foreach ((string name, string value) in _variables)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
