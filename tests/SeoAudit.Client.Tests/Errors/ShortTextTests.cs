namespace SeoAudit.Client.Tests.Errors;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("ab😀d", 4, "ab😀")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("abc😀", 3, "abc")]
    public void At_most_so_many_characters_and_none_of_them_half(string text, int max, string expected)
    {
        Assert.Equal(expected, ShortText.Of(text, max));
        Assert.Equal(expected.Length, ShortText.LengthOf(text, max));
    }
}
