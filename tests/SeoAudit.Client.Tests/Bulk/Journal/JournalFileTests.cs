using System.Text;
using SeoAudit.Client.Bulk.Journal;

namespace SeoAudit.Client.Tests.Bulk.Journal;

public sealed class JournalFileTests : IDisposable
{
    private const int Chunk = 64 * 1024;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(0)]
    [InlineData(0, 0, 1)]
    [InlineData(10, 20, 30)]
    [InlineData(Chunk - 2, 5)]
    [InlineData(Chunk - 1, 5)]
    [InlineData(Chunk, 5)]
    [InlineData(Chunk + 1, 5)]
    [InlineData(5, Chunk - 7, 3, Chunk, 2 * Chunk, 1)]
    [InlineData(3 * Chunk, 5 * Chunk, 7)]
    public void Lines_of_any_length_are_read_where_they_were_written(params int[] lengths)
    {
        string[] lines = [.. lengths.Select(static (length, index) => new string((char)('a' + index), length))];
        var offsets = new List<long>();
        using (var file = JournalFile.Open(_path))
        {
            Assert.True(file.IsEmpty);
            offsets.AddRange(lines.Select(line => file.Append(Encoding.UTF8.GetBytes(line + "\n"))));
            Assert.False(file.IsEmpty);
        }

        using var reopened = JournalFile.Open(_path);
        Assert.Equal(offsets.Zip(lines), Lines(reopened));
        Assert.Equal(lines, offsets.Select(offset => Encoding.UTF8.GetString(reopened.ReadLine(offset))), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk)]
    [InlineData((3 * Chunk) + 1)]
    public void What_has_no_end_is_cut_off_and_the_next_line_takes_its_place(int torn)
    {
        File.WriteAllText(_path, "one\ntwo\n" + new string('x', torn));
        using (var file = JournalFile.Open(_path))
        {
            Assert.Equal([(0L, "one"), (4L, "two")], Lines(file));
            Assert.Equal(8, file.Append("three\n"u8));
        }

        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(_path));
    }

    [Fact]
    public void A_line_that_was_never_ended_is_read_as_far_as_it_goes()
    {
        File.WriteAllText(_path, "one\ntwo");
        using var file = JournalFile.Open(_path);

        Assert.Equal("two"u8, file.ReadLine(4));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("{", true)]
    [InlineData("{\"a\"", true)]
    [InlineData("{\"a\":1", true)]
    [InlineData("[", false)]
    [InlineData("{\"b\":1", false)]
    public void A_beginning_is_told_as_far_as_there_is_one(string content, bool isLike)
    {
        File.WriteAllText(_path, content);
        using var file = JournalFile.Open(_path);

        Assert.Equal(isLike, file.BeginsLike("{\"a\":"u8));
    }

    [Fact]
    public void Reading_ends_when_the_run_does()
    {
        File.WriteAllText(_path, "one\n");
        using var file = JournalFile.Open(_path);

        Assert.ThrowsAny<OperationCanceledException>(() => file.ReadLines(static (_, _) => { }, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void What_is_closed_can_neither_be_read_nor_written()
    {
        var file = JournalFile.Open(_path);
        file.Dispose();

        Assert.All(
            [
                Record.Exception(() => file.ReadLine(0)),
                Record.Exception(() => file.BeginsLike("x"u8)),
                Record.Exception(() => file.ReadLines(static (_, _) => { }, Stop)),
                Record.Exception(() => file.Append("x\n"u8)),
            ],
            failure =>
            {
                var fault = Assert.IsType<SeoAuditJournalException>(failure);
                Assert.Equal((JournalFault.Unusable, _path), (fault.Fault, fault.Path));
                Assert.Contains(_path, fault.Message, StringComparison.Ordinal);
                Assert.NotNull(fault.InnerException);
            });
    }

    [Fact]
    public void A_file_that_another_holds_is_in_use()
    {
        using var file = JournalFile.Open(_path);

        var fault = Assert.Throws<SeoAuditJournalException>(() => JournalFile.Open(_path));

        Assert.Equal((JournalFault.InUse, _path), (fault.Fault, fault.Path));
        Assert.Contains("in use", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_journal()
    {
        string folder = Path.GetTempPath();

        var fault = Assert.Throws<SeoAuditJournalException>(() => JournalFile.Open(folder));

        Assert.Equal((JournalFault.Unusable, folder), (fault.Fault, fault.Path));
        Assert.Contains("cannot be opened", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_shared_can_be_read_while_it_is_written_and_by_itself_keeps_nobody_out()
    {
        using var file = JournalFile.Open(_path, isShared: true);
        file.Append("one\n"u8);
        using var reader = JournalFile.OpenToRead(_path);

        Assert.Equal("one"u8, reader.ReadLine(0));
        file.Append("two\n"u8);
        Assert.Equal("two"u8, reader.ReadLine(4));
        Assert.Throws<SeoAuditJournalException>(() => reader.Append("three\n"u8));
    }

    [Fact]
    public void One_that_is_not_shared_is_read_by_nobody_else()
    {
        using var file = JournalFile.Open(_path);

        Assert.Equal(JournalFault.InUse, Assert.Throws<SeoAuditJournalException>(() => JournalFile.OpenToRead(_path)).Fault);
    }

    [Fact]
    public void Reading_makes_no_file()
    {
        Assert.Equal(JournalFault.Unusable, Assert.Throws<SeoAuditJournalException>(() => JournalFile.OpenToRead(_path)).Fault);

        Assert.False(File.Exists(_path));
    }

    [Fact]
    public void What_is_cut_off_is_gone_and_what_is_not_there_cannot_be()
    {
        using (var file = JournalFile.Open(_path))
        {
            file.Append("one\n"u8);
            file.Append("two\n"u8);
            file.CutOff(100);
            file.CutOff(4);
            Assert.Equal(4, file.Append("three\n"u8));
        }

        Assert.Equal("one\nthree\n", File.ReadAllText(_path));
    }

    private static List<(long Offset, string Line)> Lines(JournalFile file)
    {
        var lines = new List<(long Offset, string Line)>();
        file.ReadLines((offset, line) => lines.Add((offset, Encoding.UTF8.GetString(line))), Stop);
        return lines;
    }
}
