namespace SeoAudit.Cli.Running;

/// <summary>Makes an address of any text, so that what is no address of a page can be told of like one.</summary>
internal static class AnyAddress
{
    // Nothing that is longer can be audited.
    private const int Longest = 2_048;

    private const string SchemeEnd = "://";

    /// <summary>The address; for a text that cannot be read as one, e.g. with a port that does not exist, a relative one: the text behind <c>./</c>.</summary>
    public static Uri Of(string text) => TryRead(text) ?? new Uri($"./{Short(WithoutUser(text))}", UriKind.Relative);

    private static Uri? TryRead(string text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? url) ? url : null;
        }
        catch (IndexOutOfRangeException)
        {
            // What the platform throws for a file share whose name is nothing but marks of direction.
            return null;
        }
    }

    private static string Short(string text) => text.Length <= Longest ? text : $"{text[..Longest]}…";

    // Where it cannot be read, nobody can tell where a password in it ends.
    private static string WithoutUser(string text)
    {
        int start = text.IndexOf(SchemeEnd, StringComparison.Ordinal);
        int end = text.LastIndexOf('@');
        return start >= 0 && start < end ? $"{text[..(start + SchemeEnd.Length)]}…{text[end..]}" : text;
    }
}
