using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Reporting.Sarif;

/// <summary>The id of a rule: the service and the check in lower case, e.g. <c>seopeek.meta-description</c>.</summary>
internal static class SarifRuleId
{
    private const int MaxLength = 120;

    public static string Of(CheckId check)
    {
        string id = check.Id.ToLowerInvariant();
        var word = new StringBuilder();
        var isWhole = !(id.Contains(' ', StringComparison.Ordinal) && id.Contains('-', StringComparison.Ordinal));
        foreach (char character in id)
        {
            bool isKept = char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';
            isWhole &= isKept || character == ' ';
            if (word.Length == MaxLength)
            {
                isWhole = false;
                break;
            }

            word.Append(isKept ? character : '-');
        }

        string name = word.ToString().Trim('-');
        string prefix = check.Service.ToString().ToLowerInvariant();

        // Where the id lost something, two checks could have become one.
        return isWhole && name.Length > 0 ? $"{prefix}.{name}" : $"{prefix}.{name}{(name.Length > 0 ? "-" : string.Empty)}{HashOf(id)}";
    }

    private static string HashOf(string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 4)).ToLowerInvariant();
}
