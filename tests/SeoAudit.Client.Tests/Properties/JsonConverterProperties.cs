#if NET10_0_OR_GREATER
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using SeoAudit.Client.Json;

namespace SeoAudit.Client.Tests.Properties;

public sealed class JsonConverterProperties
{
    [Fact]
    public void A_whole_number_is_read_however_it_is_written() => Gen.Select(Gen.Long, Gen.Int[0, 3]).Sample(static (number, form) =>
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        string json = form switch { 0 => text, 1 => $"{text}.0", 2 => $"\"{text}\"", _ => $"\"{text}.00\"" };

        Assert.Equal(number, Whole(json, long.MinValue, long.MaxValue));
    });

    [Fact]
    public void A_number_between_is_rounded_to_the_nearest_and_its_limits_hold() => Gen.Decimal[-1_000_000, 1_000_000].Sample(static number =>
    {
        decimal whole = decimal.Round(number, MidpointRounding.AwayFromZero);
        string json = number.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(whole, Whole(json, -1_000_000, 1_000_000));
        Assert.Throws<JsonException>(() => Whole(json, (long)whole + 1, long.MaxValue));
        Assert.Throws<JsonException>(() => Whole(json, long.MinValue, (long)whole - 1));
    });

    [Fact]
    public void A_count_is_its_number_or_the_number_of_its_items() => Gen.Int[0, 200].Sample(static count =>
    {
        string list = $"[{string.Join(',', Enumerable.Range(0, count).Select(static item => (item % 4) switch { 0 => "null", 1 => "[1,2]", 2 => "{\"a\":[]}", _ => "\"x\"" }))}]";

        Assert.Equal(count, Count(list));
        Assert.Equal(count, Count(count.ToString(CultureInfo.InvariantCulture)));
    });

    [Fact]
    public void A_moment_comes_back_from_every_usual_form() =>
        Gen.Select(Gen.Long[TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60]).Sample(static (ticks, minutes) =>
        {
            DateTimeOffset moment = new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(minutes));

            Assert.Equal(moment, Moment(moment.ToString("O", CultureInfo.InvariantCulture)));
            Assert.Equal(moment, Moment(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)));
            Assert.Equal(moment, Moment(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void Text_that_is_no_moment_is_none_and_nothing_more() => Gen.String.Sample(static text => _ = Moment(text));

    private static long Whole(string json, long min, long max)
    {
        Utf8JsonReader reader = At(json);
        return WholeNumber.Read(ref reader, min, max);
    }

    private static int Count(string json)
    {
        Utf8JsonReader reader = At(json);
        return new CountConverter().Read(ref reader, typeof(int), JsonSerializerOptions.Default);
    }

    private static DateTimeOffset? Moment(string text)
    {
        Utf8JsonReader reader = At(JsonSerializer.Serialize(text));
        return TimestampConverter.Read(ref reader);
    }

    private static Utf8JsonReader At(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
#endif
