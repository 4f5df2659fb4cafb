using System.Text;
using System.Text.Encodings.Web;

namespace SeoAudit.Client.Tests.Security;

/// <summary>Looks for a key in texts, in every form that it usually takes there.</summary>
internal static class SecretKey
{
    public static void AssertNotIn(IEnumerable<string> said, params IEnumerable<string> keys)
    {
        string[] forms = [.. keys.SelectMany(Forms).Distinct(StringComparer.Ordinal)];
        Assert.All(said, line => Assert.All(forms, form => Assert.DoesNotContain(form, line, StringComparison.OrdinalIgnoreCase)));
    }

    public static IEnumerable<string> Forms(string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        yield return key;
        yield return JavaScriptEncoder.Default.Encode(key);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(key);
        yield return key.Replace("/", @"\/", StringComparison.Ordinal);
        yield return string.Concat(key.Select(static unit => $"\\u{(int)unit:x4}"));
        yield return Uri.EscapeDataString(key);
        yield return string.Concat(bytes.Select(static one => $"%{one:X2}"));
        yield return HtmlEncoder.Default.Encode(key);
        yield return string.Concat(key.Select(static unit => $"{unit}\0"));
        yield return Convert.ToHexString(bytes);
        // Without the last digits, which depend on what follows.
        yield return Convert.ToBase64String(bytes)[..(bytes.Length * 8 / 6)];
    }
}
