using System.Text;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class PageUrlPropertyTests
{
    private const int Rounds = 20_000;

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_url_is_refused_with_an_argument_exception_or_becomes_ascii_that_stays_as_it_is(int seed)
    {
        var spellings = new UrlSpellings(seed);
        var normalised = 0;
        for (var round = 0; round < Rounds; round++)
        {
            Uri url = spellings.Next();
            if (Normalize(url) is not { } normal)
            {
                continue;
            }

            string text = normal.AbsoluteUri;
            var read = new Uri(text);
            Assert.True(Ascii.IsValid(text), text);
            Assert.Equal(text, normal.OriginalString);
            Assert.Equal(text, read.AbsoluteUri);
            Assert.Equal(text, PageUrl.Normalize(read).AbsoluteUri);
            Assert.Equal(read, PageUrl.Normalize(read));
            Assert.Equal(read.PathAndQuery, normal.PathAndQuery);
            Assert.Equal(text, Uri.UnescapeDataString(Uri.EscapeDataString(text)));
            normalised++;
        }

        Assert.InRange(normalised, Rounds / 2, Rounds - 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Equivalent_spellings_become_one(int seed)
    {
        var spellings = new UrlSpellings(seed);
        var different = 0;
        for (var round = 0; round < Rounds; round++)
        {
            (Uri one, Uri other) = spellings.NextPair();

            Assert.Equal(PageUrl.Normalize(one).AbsoluteUri, PageUrl.Normalize(other).AbsoluteUri);
            different += one.OriginalString == other.OriginalString ? 0 : 1;
        }

        Assert.InRange(different, Rounds / 2, Rounds);
    }

    // Anything but an ArgumentException fails the test.
    private static Uri? Normalize(Uri url)
    {
        try
        {
            return PageUrl.Normalize(url);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
