using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Writers;

/// <summary>What all formats have in common.</summary>
public sealed class ReportWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Nothing_waits_for_the_output_but_what_awaits_it(ReportFormat format)
    {
        using var output = new AsyncOnlyStream();
        await using (var writer = ReportWriter.Create(format, output))
        {
            await writer.WriteAsync(Large(), Token);
            await writer.CompleteAsync(Token);
        }

        Assert.NotEmpty(output.ToArray());
        Assert.True(output.Flushes > 0);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_report_that_is_complete_takes_nothing_more(ReportFormat format)
    {
        using var output = new MemoryStream();
        var writer = ReportWriter.Create(format, output);
        await writer.CompleteAsync(Token);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(FullOutcomes.Audited, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync(Token));
        await writer.DisposeAsync();
        await writer.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await writer.WriteAsync(FullOutcomes.Audited, Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await writer.CompleteAsync(Token));
        Assert.True(output.CanWrite);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_report_whose_output_failed_is_not_gone_on_with(ReportFormat format)
    {
        using var output = new AsyncOnlyStream(failFrom: 1);
        await using var writer = ReportWriter.Create(format, output);

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await writer.WriteAsync(Large(), Token);
            await writer.CompleteAsync(Token);
        });

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(FullOutcomes.Audited, Token));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync(Token));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_cancelled_before_it_began_can_be_gone_on_with(ReportFormat format)
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var output = new MemoryStream();
        await using var writer = ReportWriter.Create(format, output);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.WriteAsync(FullOutcomes.Audited, source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.CompleteAsync(source.Token));

        Assert.Equal(0, output.Length);
        await writer.CompleteAsync(Token);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Cancelled_in_the_midst_it_is_not_gone_on_with(ReportFormat format)
    {
        using var source = new CancellationTokenSource();
        using var output = new CancellingStream(source);
        await using var writer = ReportWriter.Create(format, output);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await writer.WriteAsync(Large(), source.Token);
            await writer.CompleteAsync(source.Token);
        });

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteAsync(FullOutcomes.Audited, Token));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_cannot_be_written_to_is_refused(ReportFormat format)
    {
        Assert.Throws<ArgumentException>(() => ReportWriter.Create(format, new MemoryStream([], writable: false)));
        await using var writer = ReportWriter.Create(format, Stream.Null);
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await writer.WriteAsync(null!, Token));
    }

    [Theory]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.JsonLines)]
    public async Task A_password_in_a_url_is_not_handed_around(ReportFormat format)
    {
        string report = await Written.TextAsync(format, null, PageAuditOutcome.Failed(new Uri("https://me:secret@example.com:8443/a?b#c"), new SeoAuditValidationException("No.")));

        Assert.DoesNotContain("secret", report, StringComparison.Ordinal);
        Assert.Contains("https://example.com:8443/a?b#c", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_is_none_is_refused_with_those_there_are() =>
        Assert.Contains("Csv, Json, JsonLines", Assert.Throws<ArgumentOutOfRangeException>(static () => ReportWriter.Create((ReportFormat)(-1), Stream.Null)).Message, StringComparison.Ordinal);

    private static PageAuditOutcome Large() => Outcomes.Of(FullOutcomes.Audit with
    {
        Metadata = new PageMetadata { Title = new string('é', 200_000) },
        Checks = [.. Enumerable.Range(0, 5_000).Select(static index => Outcomes.Fails($"check {index}"))],
    });

    private sealed class CancellingStream(CancellationTokenSource source) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
