namespace Quickstart;

/// <summary>One file of the demo site; the address it is served at stands as a placeholder in its text.</summary>
internal sealed record DemoFile(string ContentType, string Text)
{
    public const string PageType = "text/html; charset=utf-8";
    public const string BasePlaceholder = "{{base}}";

    public bool IsPage => string.Equals(ContentType, PageType, StringComparison.Ordinal);

    public string Render(string baseAddress) => Text.Replace(BasePlaceholder, baseAddress, StringComparison.Ordinal);
}
