using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Reporting.Output;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>A page as a place where results are found.</summary>
internal sealed class SarifPage
{
    private readonly string _reference;
    private readonly bool _isFile;
    private readonly string _identity;

    public SarifPage(Uri url, Func<Uri, string?>? sourceFile)
    {
        Address = ShownAddress.Of(url);
        string? file = sourceFile?.Invoke(url) is { } path ? UriReference.OfFile(path) : null;
        string page = UriReference.OfPage(url);
        _isFile = file is not null;
        _reference = file ?? page;

        // The preview of a pull request has a host of its own, but the same files.
        _identity = file is null ? page : $"{file}\n{(url.IsAbsoluteUri ? url.PathAndQuery : page)}";
    }

    public string Address { get; }

    /// <summary>What tells the nth result of a rule on this page from others, in this run and in later ones.</summary>
    public string Fingerprint(SarifRule rule, int occurrence)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{rule.Id}\n{_identity}"));
        return $"{Convert.ToHexString(hash.AsSpan(0, 16)).ToLowerInvariant()}:{occurrence}";
    }

    public void WriteLocations(Utf8JsonWriter json)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", _reference);
        if (_isFile)
        {
            json.WriteString("uriBaseId", SarifReportWriter.RepositoryRoot);
        }

        json.WriteEndObject();

        // GitHub shows nothing without a line.
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
