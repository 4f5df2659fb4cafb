#if NET10_0_OR_GREATER
using CsCheck;

namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Any text, with what formats stumble over more often than chance would have it.</summary>
internal static class HostileText
{
    private static readonly string[] Marks =
        ["\ud800", "\udfff", "\ufffe", "\uffff", "\U0001F600", "](", "[", "]", "{", "}", "{0}", "`", "\\", "]]>", "</", "<!--", "&", "\r\n", "\u2028", "\""];

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.Char.Select(static character => character.ToString()),
        Gen.Char['\0', '\u009f'].Select(static character => character.ToString()),
        Gen.Int[0, Marks.Length - 1].Select(static index => Marks[index]));

    public static readonly Gen<string> Any = Pieces.Array[0, 30].Select(string.Concat);

    /// <summary>Outcomes whose every text is one of these.</summary>
    public static readonly Gen<PageAuditOutcome[]> Run = Gen.Select(Any, Any, Any, Gen.Int[0, 3]).Select(Outcome).Array[0, 6];

    private static PageAuditOutcome Outcome(string first, string second, string third, int kind)
    {
        var url = new Uri($"https://example.com/{Uri.EscapeDataString(string.Concat(first.EnumerateRunes()))}");
        var check = new PageCheck { Key = first, Name = second, Status = CheckStatus.Failed, Message = third, Category = second, Severity = first, Value = third };
        return kind switch
        {
            0 => PageAuditOutcome.Failed(url, new SeoAuditException(first) { ServiceMessage = second, RequestId = third }),
            1 => PageAuditOutcome.NotAttempted(url, new SeoAuditQuotaException(third)),
            _ => Outcomes.Of(new PageAudit
            {
                Url = url,
                Service = AuditService.MetricSpot,
                Score = 10,
                Grade = new Grade(third),
                Checks = [check, check with { Key = null, Status = CheckStatus.Warning }],
            }),
        };
    }
}
#endif
