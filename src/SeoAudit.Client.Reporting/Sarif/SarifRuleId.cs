using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>The id of a rule: the service and the check in lower case, e.g. <c>seopeek.meta-description</c>.</summary>
internal static class SarifRuleId
{
    private const int MaxLength = 80;

    public static string Of(CheckId check)
    {
        string id = check.Id.ToLowerInvariant();
        var word = new StringBuilder();
        var isWhole = !(id.Contains(' ', StringComparison.Ordinal) && id.Contains('-', StringComparison.Ordinal)) && id.Length <= MaxLength;
        foreach (char character in id.AsSpan(0, Math.Min(id.Length, MaxLength)))
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-')
            {
                word.Append(character);
                continue;
            }

            bool isFirst = word.Length == 0 || word[^1] != '-';
            isWhole &= isFirst && character == ' ';
            word.Append(isFirst ? "-" : string.Empty);
        }

        string name = word.ToString().Trim('-');
        string prefix = check.Service.ToString().ToLowerInvariant();

        // Where the id lost something, two checks could have become one.
        return isWhole && name.Length > 0 ? $"{prefix}.{name}" : $"{prefix}.{name}{(name.Length > 0 ? "-" : string.Empty)}{HashOf(id)}";
    }

    private static string HashOf(string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4)).ToLowerInvariant();
}
