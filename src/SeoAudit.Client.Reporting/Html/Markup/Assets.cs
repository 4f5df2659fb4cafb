using System.Security.Cryptography;
using System.Text;

namespace SeoAudit.Client.Reporting.Html.Markup;

/// <summary>The style sheet and the script that every report carries, and the policy that allows these two and nothing else.</summary>
internal static class Assets
{
    public static string Style { get; } = Load("base.css", "sections.css", "table.css", "media.css");

    /// <summary>The script, in a block of its own: none of its names is one of the document's.</summary>
    public static string Script { get; } = $"'use strict';\n{{\n{Load("pages.js", "details.js", "table.js")}}}\n";

    /// <summary>
    /// The Content Security Policy. Even if text from a page ever got into the markup, no script of its would run, nothing would be
    /// loaded or sent, and the report's own script could not make markup of a string.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static string Load(params string[] names) => string.Concat(names.Select(Load));

    // A browser reads every line end as a line feed before it hashes; a check-out on Windows may have made pairs of them.
    private static string Load(string name)
    {
        using Stream resource = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
