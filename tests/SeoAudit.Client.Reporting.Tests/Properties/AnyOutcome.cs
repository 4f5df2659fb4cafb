#if NET10_0_OR_GREATER
using System.Net;
using CsCheck;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Properties;

/// <summary>Outcomes with anything in them that a page or a service could put there.</summary>
internal static class AnyOutcome
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        Of<string>("=", "+", "-", "@", "＝", "\"", "'", ",", ";", "\t", "\r", "\n", "\r\n", " ", "\0", "\u2028", "\uFEFF", "\u202E", "</script>", "\\", "\\u0041", "مرحبا", "שלום", "😀", "\ud83d", "\ude00", "\uFFFF", "\u007F"),
        Gen.Char['\0', '\uFFFF'].Select(static c => c.ToString()),
        Gen.Char['a', 'z'].Select(static c => c.ToString()));

    public static readonly Gen<string> Text = Fragment.Array[0, 8].Select(string.Concat);

    private static readonly Gen<string?> MaybeText = Text.Null();

    // No service gives a number that is none; tests of their own do.
    private static readonly Gen<double> Number = Gen.OneOf(Gen.Double[-1e9, 1e9], Gen.Int[-100, 100].Select(static whole => (double)whole), Gen.Double.Where(double.IsFinite));

    private static readonly Gen<double?> MaybeNumber = Number.Nullable();

    private static readonly Gen<DateTimeOffset?> MaybeMoment = Gen.Select(Gen.Long[0, TimeSpan.TicksPerDay * 300_000], Gen.Int[-840, 840])
        .Select(static (ticks, offset) => new DateTimeOffset(1000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(offset)).AddTicks(ticks))
        .Nullable();

    private static readonly Gen<TimeSpan?> MaybeDuration = Gen.Long[-TimeSpan.TicksPerDay, TimeSpan.TicksPerDay].Select(TimeSpan.FromTicks).Nullable();

    private static readonly Gen<Uri> Url = Gen.OneOf(
        Text.Select(static path => new Uri($"https://example.com/{Uri.EscapeDataString(Replaced(path))}")),
        Gen.Const(new Uri("not an address", UriKind.Relative)));

    private static readonly Gen<PageCheck> Check =
        Gen.Select(MaybeText, Text, Text, Text, Gen.Select(MaybeText, MaybeText, MaybeText), MaybeNumber).Select(
            static (key, name, status, message, others, weight) => new PageCheck
            {
                Key = key,
                Name = name,
                Status = new CheckStatus(status),
                Message = message,
                Category = others.Item1,
                Severity = others.Item2,
                Value = others.Item3,
                Weight = weight,
            });

    private static readonly Gen<PageMetadata> Metadata = MaybeText.Array[6].Select(static text => new PageMetadata
    {
        Title = text[0],
        Description = text[1],
        Canonical = text[2],
        OgTitle = text[3],
        OgDescription = text[4],
        OgImage = text[5],
    });

    private static readonly Gen<CoreWebVitals?> Vitals = Gen.Select(MaybeDuration.Array[6], MaybeNumber, MaybeNumber).Select(
        static (durations, cls, score) => new CoreWebVitals
        {
            Lcp = durations[0],
            Inp = durations[1],
            Fcp = durations[2],
            Ttfb = durations[3],
            Tbt = durations[4],
            Fid = durations[5],
            Cls = cls,
            PerformanceScore = score,
        }).Null();

    private static readonly Gen<PageAudit> Audit =
        Gen.Select(Url, Gen.Enum<AuditService>(), Number, Text.Where(static grade => grade.Length > 0).Null(), Gen.Select(Check.Array[0, 4], Metadata, Vitals, MaybeMoment)).Select(
            static (url, service, score, grade, parts) => new PageAudit
            {
                Url = url,
                Service = service,
                Score = score,
                Grade = grade is null ? null : new Grade(grade),
                Checks = parts.Item1,
                Metadata = parts.Item2,
                CoreWebVitals = parts.Item3,
                AuditedAt = parts.Item4,
                IsCached = score > 50,
            });

    private static readonly Gen<SeoAuditException> Error = Gen.OneOf(
        Gen.Select(Text, MaybeText, MaybeText, MaybeMoment, MaybeDuration).Select(static SeoAuditException (message, code, words, moment, wait) => new SeoAuditRateLimitException(message)
        {
            ErrorCode = code,
            ServiceMessage = words,
            StatusCode = HttpStatusCode.TooManyRequests,
            RateLimit = new RateLimit { RetryAt = moment, RetryAfter = wait, Limit = long.MaxValue, Remaining = long.MinValue },
        }),
        Gen.Select(Text, Text, Text.Array[0, 3]).Select(static SeoAuditException (message, field, errors) => new SeoAuditValidationException(message)
        {
            FieldErrors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [field] = errors },
        }),
        Of<SeoAuditException>([.. FullOutcomes.Errors()]));

    public static readonly Gen<PageAuditOutcome> Any =
        Gen.Select(Url, Gen.Int, Gen.Select(Audit, Error), Gen.Enum<OutcomeStatus>(), Gen.Enum<OutcomeOrigin>(), Gen.Select(MaybeNumber, Number)).Select(
            static (url, index, either, status, origin, numbers) => (status switch
            {
                OutcomeStatus.Audited => PageAuditOutcome.Succeeded(url, either.Item1, index),
                OutcomeStatus.Failed => PageAuditOutcome.Failed(url, either.Item2, index),
                _ => PageAuditOutcome.NotAttempted(url, either.Item2, index),
            }) with
            {
                Origin = origin,
                Credits = numbers.Item1,
                PassThreshold = numbers.Item2,
            });

    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>With a replacement character for each half of a surrogate pair, of which no file can hold one.</summary>
    public static string Replaced(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
#endif
