using SeoAudit.Cli.CommandLine;

namespace SeoAudit.Cli.Tests.Units;

public sealed class KeyArgumentsTests
{
    [Theory]
    [InlineData("--key")]
    [InlineData("--api-key")]
    [InlineData("--apikey=x")]
    [InlineData("--seogent-token")]
    [InlineData("--API-TOKEN:x")]
    [InlineData("--password")]
    [InlineData("sk_0123456789abcdef")]
    [InlineData("--title=ms_live_0123456789abcdef")]
    [InlineData("seo_0123456789abcdef")]
    public void What_looks_like_a_key_is_refused_and_not_repeated(string argument)
    {
        string? refusal = KeyArguments.Refuse(["audit", argument]);

        Assert.NotNull(refusal);
        Assert.DoesNotContain("0123456789", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/?token=abc")]
    [InlineData("--require-check")]
    [InlineData("seo_title")]
    [InlineData("seo_title_length")]
    [InlineData("sk_pages.csv")]
    [InlineData("--output=keys.json")]
    public void Other_arguments_are_not(string argument) => Assert.Null(KeyArguments.Refuse([argument]));
}
