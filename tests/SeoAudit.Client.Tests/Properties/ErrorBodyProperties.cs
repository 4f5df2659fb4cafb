#if NET10_0_OR_GREATER
using System.Text;
using System.Text.Json;
using CsCheck;
using SeoAudit.Client.Http;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Properties;

public sealed class ErrorBodyProperties
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char[' ', '\uD7FF'], 1, 40];

    [Fact]
    public void Message_and_code_are_found_in_each_shape() => Gen.Select(Text, Text, Gen.Int[0, 3]).Sample(static (message, code, shape) =>
    {
        object body = shape switch
        {
            0 => new { message, code },
            1 => new { error = new { message, code } },
            2 => new { error = message, error_code = code },
            _ => new { detail = message, error_code = code },
        };

        ErrorBody read = Read(JsonSerializer.SerializeToUtf8Bytes(body), "application/json");

        Assert.Equal((message, code), (read.Message, read.Code));
    });

    [Fact]
    public void The_fields_of_a_refusal_are_all_there() => Gen.Dictionary(Text, Text.Array[0, 4])[0, 6].Sample(static errors =>
    {
        ErrorBody read = Read(JsonSerializer.SerializeToUtf8Bytes(new { message = "m", errors }), "application/json");

        Assert.Equal(errors.Keys.Order(StringComparer.Ordinal), read.Fields!.Keys.Order(StringComparer.Ordinal));
        Assert.All(errors, field => Assert.Equal(field.Value, read.Fields[field.Key]));
    });

    [Fact]
    public void When_to_come_back_is_found_as_a_member_and_within_the_words() =>
        Gen.DateTime[DateTime.UnixEpoch, new DateTime(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc)].Sample(static time =>
        {
            var moment = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
            string text = moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

            Assert.Equal(moment, Read(JsonSerializer.SerializeToUtf8Bytes(new { retry_at = text }), "application/json").RetryAt);
            Assert.Equal(moment, Read(JsonSerializer.SerializeToUtf8Bytes(new { cooldown = new { retry_at = text } }), "application/json").RetryAt);
            Assert.Equal(moment, Read(JsonSerializer.SerializeToUtf8Bytes(new { error = $"Come back at {text}." }), "application/json").MentionedMoment);
        });

    [Fact]
    public void Of_plain_text_no_more_than_the_beginning_is_a_message() => Gen.Select(Text, Gen.Int[1, 5_000]).Sample(static (text, times) =>
    {
        string whole = string.Concat(Enumerable.Repeat(text, times));

        string? message = Read(Encoding.UTF8.GetBytes(whole), "text/plain").Message;

        Assert.True(message is null or { Length: > 0 and <= BodySnippet.MaxLength });
    });

    [Fact]
    public void Whatever_the_body_is_it_is_read() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Bool)
        .Sample(static (body, isText) => Assert.NotNull(Read(body, isText ? "text/plain" : "application/json")));

    private static ErrorBody Read(byte[] body, string? mediaType)
    {
        using var stream = new MemoryStream(body);
        var call = new ServiceCall(
            SeogentProfile.Instance, SeogentProfile.Instance.Endpoint(nameof(ISeogentApi.GetCreditsAsync)), new SeogentOptions(), TimeProvider.System);
        return ErrorBody.Read(stream, mediaType, call);
    }
}
#endif
