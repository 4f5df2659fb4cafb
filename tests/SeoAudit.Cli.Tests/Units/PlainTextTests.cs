using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.Tests.Units;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("A plain title", "A plain title")]
    [InlineData("Größe 日本語 👩‍🚀", "Größe 日本語 👩‍🚀")]
    [InlineData("one\r\ntwo\tthree\u2028four", "one  two three four")]
    [InlineData("\u001B[31mred", "\uFFFD[31mred")]
    [InlineData("\u009B31m\u0007\u0000", "\uFFFD31m\uFFFD\uFFFD")]
    [InlineData("a\u202Eb\u200Bc\uFEFFd", "abcd")]
    [InlineData("[red]text[/]", "[red]text[/]")]
    [InlineData(null, "")]
    public void Nothing_in_it_is_obeyed(string? text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFD", PlainText.Of("\uD83D"));
}
