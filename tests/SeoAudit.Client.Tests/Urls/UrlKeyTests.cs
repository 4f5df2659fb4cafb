using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SeoAudit.Client.Urls;

namespace SeoAudit.Client.Tests.Urls;

public sealed class UrlKeyTests
{
    // The first of the examples in FIPS 180-2.
    [Fact]
    public void A_key_is_the_start_of_the_sha_256() =>
        Assert.Equal(new UrlKey(0xBA7816BF_8F01CFEA, 0x414140DE_5DAE2223), UrlKey.Of("abc"));

    [Theory]
    [InlineData("", 1)]
    [InlineData("https://example.com/", 1)]
    [InlineData("https://b\u00fccher.example/\ud83d\ude00", 1)]
    [InlineData("a", 340)]
    [InlineData("a", 341)]
    [InlineData("\u20ac", 2_048)]
    [InlineData("a", 100_000)]
    public void A_text_of_any_length_has_one(string part, int times)
    {
        string text = string.Concat(Enumerable.Repeat(part, times));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

        UrlKey key = UrlKey.Of(text);

        Assert.Equal(BinaryPrimitives.ReadUInt64BigEndian(hash), key.High);
        Assert.Equal(BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(8)), key.Low);
    }
}
