namespace SeoAudit.Client.Http.Secrets;

/// <summary>A way of writing characters as others. Each is named by the character that begins it.</summary>
internal enum Escaping
{
    /// <summary>JSON, and the languages it comes from: <c>\u0041</c>, <c>\/</c>.</summary>
    Backslash = '\\',

    /// <summary>URLs: <c>%41</c>.</summary>
    Percent = '%',

    /// <summary>HTML: <c>&amp;#65;</c>.</summary>
    Entity = '&',

    /// <summary>UTF-16 that was read as if it were UTF-8: every other byte is zero.</summary>
    Zero = '\0',
}
