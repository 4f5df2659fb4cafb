using SeoAudit.Cli.Auditing;
using SeoAudit.Cli.Tests.Support;

namespace SeoAudit.Cli.Tests.Units;

public sealed class OpenOperationsTests : IDisposable
{
    private const string Header = """{"format":"seoaudit-bulk-journal","version":1}""";
    private const string First = """{"t":"queueing","n":1,"urls":["https://example.com/"]}""";
    private const string Second = """{"t":"queueing","n":2,"urls":["https://example.com/2"]}""";
    private const string Ended = """{"t":"ended","n":1}""";
    private const string Refused = """{"t":"refused","n":2}""";

    private readonly ToolHome _home = new();

    public void Dispose() => _home.Dispose();

    public static TheoryData<string, bool> Journals => new()
    {
        { Lines(Header), false },
        { Lines(Header, First), true },
        { Lines(Header, First, """{"t":"queued","n":1,"id":"a"}""", """{"t":"failed","url":"https://example.com/"}"""), true },
        { Lines(Header, First, Second, Ended), true },
        { Lines(Header, First, Second, Ended, Refused), false },
        { Lines(Header, First, Ended, Second[..30]), true },
        { Lines(Header, """{"t":"ended"}"""), true },
    };

    [Theory]
    [MemberData(nameof(Journals))]
    public void What_was_queued_is_open_until_it_is_refused_or_has_ended(string journal, bool isOpen) =>
        Assert.Equal(isOpen, OpenOperations.AreIn(_home.Write("run.jsonl", journal)));

    private static string Lines(params string[] lines) => string.Join('\n', lines);
}
