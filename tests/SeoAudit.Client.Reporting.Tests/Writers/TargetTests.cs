using System.IO.Pipelines;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Writers;

/// <summary>A report is the same wherever it goes.</summary>
public sealed class TargetTests
{
    private static readonly ReportOptions Options = new() { TimeProvider = new FakeTimeProvider(Outcomes.AuditedAt), Csv = new CsvReportOptions { ByteOrderMark = true } };

    private static readonly PageAuditOutcome[] Pages =
    [
        FullOutcomes.Audited,
        .. FullOutcomes.OfEveryError(),
        // Characters of one to four bytes, so that some lie across every boundary.
        Outcomes.Of(FullOutcomes.Audit with { Metadata = new PageMetadata { Title = string.Concat(Enumerable.Repeat("aé日😀", 20_000)) } }),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_text_writer_gets_the_text_of_the_bytes(ReportFormat format)
    {
        var text = new StringWriter();
        await using (var writer = ReportWriter.Create(format, text, Options))
        {
            await WriteAsync(writer);
        }

        Assert.Equal(Encoding.UTF8.GetString(await BytesAsync(format)), text.ToString());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_pipe_gets_the_bytes_and_stays_open(ReportFormat format)
    {
        var pipe = new Pipe();
        Task<byte[]> read = ReadAsync(pipe.Reader);
        await using (var writer = ReportWriter.Create(format, pipe.Writer, Options))
        {
            await WriteAsync(writer);
        }

        await pipe.Writer.WriteAsync("!"u8.ToArray(), Token);
        await pipe.Writer.CompleteAsync();

        byte[] expected = [.. await BytesAsync(format), (byte)'!'];
        Assert.Equal(expected, await read);
    }

    private static async Task WriteAsync(ReportWriter writer)
    {
        foreach (PageAuditOutcome page in Pages)
        {
            await writer.WriteAsync(page, Token);
        }

        await writer.CompleteAsync(Token);
    }

    private static async Task<byte[]> BytesAsync(ReportFormat format)
    {
        using var output = new MemoryStream();
        await using var writer = ReportWriter.Create(format, output, Options);
        await WriteAsync(writer);
        return output.ToArray();
    }

    private static async Task<byte[]> ReadAsync(PipeReader reader)
    {
        using var bytes = new MemoryStream();
        await reader.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }
}
