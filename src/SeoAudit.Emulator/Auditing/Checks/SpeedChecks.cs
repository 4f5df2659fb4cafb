using System.Globalization;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class SpeedChecks : IPageCheckGroup
{
    private const int SmallPage = 500 * 1024;
    private const int LargePage = 2 * 1024 * 1024;

    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1.8);

    private static readonly CheckDefinition Response = new("response_time", "Server Response Time", CheckCategory.Performance, 5);
    private static readonly CheckDefinition Size = new("page_size", "HTML Size", CheckCategory.Performance, 2);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return JudgeTime(page.Response.TimeToFirstByte);
        yield return JudgeSize(page.Response.Body.Length);
    }

    private static CheckResult JudgeTime(TimeSpan time)
    {
        string value = FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
        if (time <= Fast)
            return Response.Pass($"The first byte came after {value}.", value);
        return time <= Slow
            ? Response.Warn($"The first byte came after {value}. Aim at 0.8 s: cache, or answer from nearer by.", value)
            : Response.Fail($"The first byte came after {value}, and visitors leave. Find what the server waits for; aim at 0.8 s.", value);
    }

    private static CheckResult JudgeSize(int bytes)
    {
        string value = (bytes / 1024).ToString(CultureInfo.InvariantCulture) + " KB";
        return bytes switch
        {
            <= SmallPage => Size.Pass($"The HTML is {value} large.", value),
            <= LargePage => Size.Warn($"The HTML is {value} large. Keep it within 500 KB.", value),
            _ => Size.Fail($"The HTML is {value} large, and crawlers may cut it off. Keep it within 500 KB.", value),
        };
    }
}
