using System.Text;
using System.Text.Json;
using SeoAudit.Client.Http.Secrets;

namespace SeoAudit.Client.Tests.Security;

public sealed class KeyMaskTests
{
    private const int Rounds = 4_000;
    private const string KeyCharacters = "ABCXYZabcxyz0129_-/+=\\\"'&%<>#;.";

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_key_is_found_however_its_characters_are_spelled(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            string key = Key(random);
            string spelled = Spell(key, random, layers: random.Next(3));

            string masked = Mask(key, $"before ({spelled}) after");

            Assert.True(masked == "before (***) after", $"{key} as {spelled}: {masked}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_text_without_the_key_stays_as_it_is(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            string text = Spell(string.Concat(Enumerable.Range(0, random.Next(100)).Select(_ => (char)random.Next(0, 0x100))), random, random.Next(3));

            Assert.Equal(text, Mask("sk_0123456789abcdef", text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("x")]
    [InlineData("xy")]
    [InlineData("xyz")]
    public void A_key_in_base64_is_found_whatever_stands_before_and_after_it(string before)
    {
        foreach (string key in new[] { "sk_0123456789abcdef", "ms_live_>>>???~~~", "seo_key/12" })
        {
            foreach (string after in new[] { "", ":", ":x", ":xy" })
            {
                string digits = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + key + after));
                foreach (string text in new[] { digits, digits.Replace('+', '-').Replace('/', '_').TrimEnd('=') })
                {
                    string masked = Mask(key, text);

                    Assert.Contains("***", masked, StringComparison.Ordinal);
                    // A digit at either end that is shared with its neighbours tells less than a character.
                    Assert.InRange(masked.Length, 3, digits.Length - (key.Length * 8 / 6) + 3 + 3);
                }
            }
        }
    }

    [Fact]
    public void A_key_in_hexadecimal_digits_or_in_other_case_is_found()
    {
        const string Key = "sk_0123456789abcdef";

        Assert.Equal("(***)", Mask(Key, $"({Convert.ToHexString(Encoding.UTF8.GetBytes(Key))})"));
        Assert.Equal("(***)", Mask(Key, $"({Key.ToUpperInvariant()})"));
        Assert.Equal("***", Mask(Key, string.Concat(Key.Select(static unit => $"\0{unit}"))[1..] + "\0"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_key_that_begins_before_the_end_is_taken_out_whole(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds / 20; round++)
        {
            string key = Key(random);
            string spelled = Spell(key, random, layers: random.Next(1, 3));
            for (var shown = 1; shown < spelled.Length; shown++)
            {
                Assert.Equal("before ***", new KeyMask(key).Apply("before " + spelled + " after", "before ".Length + shown));
            }
        }
    }

    [Fact]
    public void A_long_hostile_text_is_searched_only_as_far_as_it_is_shown()
    {
        string text = string.Concat(Enumerable.Repeat(@"\u005cu005cu005c&amp;%25%25\\\\", 30_000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        string shown = new KeyMask("sk_0123456789abcdef").Apply(text, 4096);

        Assert.Equal(text[..4096], shown);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
    }

    private static string Mask(string key, string text) => new KeyMask(key).Apply(text, text.Length);

    private static string Key(Random random) =>
        "sk_" + string.Concat(Enumerable.Range(0, random.Next(8, 40)).Select(_ => KeyCharacters[random.Next(KeyCharacters.Length)]));

    private static string Spell(string text, Random random, int layers) =>
        layers == 0 ? text : Spell(Spell(text, random), random, layers - 1);

    // One way of escaping at a time, as a program does it: all that the way has to escape, and of the rest what it likes.
    private static string Spell(string text, Random random)
    {
        int way = random.Next(5);
        var spelled = new StringBuilder();
        foreach (char unit in text)
        {
            bool liked = random.Next(2) == 0;
            spelled.Append(way switch
            {
                0 => unit is '"' or '\\' || liked ? unit is '"' or '\\' or '/' ? $"\\{unit}" : $"\\u{(int)unit:x4}" : $"{unit}",
                1 => $"\\u{(int)unit:X4}",
                2 => unit is '%' || liked ? unit < 0x100 ? $"%{(int)unit:X2}" : $"{unit}" : $"{unit}",
                3 => unit is '&' or '<' or '>' or '"' || liked ? $"&#{(liked ? $"x{(int)unit:x}" : $"{(int)unit}")};" : $"{unit}",
                _ => JsonEncodedText.Encode($"{unit}").ToString(),
            });
        }

        return spelled.ToString();
    }
}
