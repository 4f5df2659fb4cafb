using Microsoft.Extensions.Time.Testing;
using SeoAudit.Cli.Running;
using SeoAudit.Cli.Terminal;

namespace SeoAudit.Cli.Tests.Units;

public sealed class LineProgressTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _lines = [];

    [Fact]
    public void A_line_comes_at_first_and_then_every_ten_seconds()
    {
        var progress = new LineProgress(_lines.Add, _time);
        for (var done = 1; done <= 25; done++)
        {
            progress.Show(new ProgressState(done, null, $"{done}"));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["1", "11", "21"], _lines);
    }

    [Fact]
    public void A_line_comes_every_hundred_pages()
    {
        var progress = new LineProgress(_lines.Add, _time);
        for (var done = 1; done <= 250; done++)
        {
            progress.Show(new ProgressState(done, null, $"{done}"));
        }

        Assert.Equal(["1", "101", "201"], _lines);
    }
}
