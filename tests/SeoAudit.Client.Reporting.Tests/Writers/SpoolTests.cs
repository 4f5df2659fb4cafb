using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Writers;

/// <summary>Where pages are kept until the counts are known.</summary>
[Collection(nameof(AloneInProcess))]
public sealed class SpoolTests : IDisposable
{
    private const int Pages = 2_000;

    private readonly string _variable = OperatingSystem.IsWindows() ? "TMP" : "TMPDIR";
    private readonly string? _before;
    private readonly TemporaryFolder _folder = new();

    public SpoolTests()
    {
        _before = Environment.GetEnvironmentVariable(_variable);
        Environment.SetEnvironmentVariable(_variable, Path.GetDirectoryName(_folder["x"]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_variable, _before);
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_kept_aside_has_no_name_that_a_kill_would_leave_behind()
    {
        using var output = new MemoryStream();
        await using (var writer = ReportWriter.Create(ReportFormat.Json, output))
        {
            for (var index = 0; index < Pages; index++)
            {
                await writer.WriteAsync(FullOutcomes.Audited, Token);
            }

            // Windows takes the file away with its last handle, by the system's own doing.
            Assert.True(OperatingSystem.IsWindows() || _folder.Names.Length == 0);
            await writer.CompleteAsync(Token);
        }

        Assert.Empty(_folder.Names);
        Assert.Equal(Pages, (await Written.ReadAsync(output.ToArray(), chunk: 100_000)).Count);
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_aside_the_report_fails_and_says_why()
    {
        Environment.SetEnvironmentVariable(_variable, _folder["none"]);
        await using var writer = ReportWriter.Create(ReportFormat.Json, Stream.Null);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(async () =>
        {
            for (var index = 0; index < Pages; index++)
            {
                await writer.WriteAsync(FullOutcomes.Audited, Token);
            }
        });

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.CompleteAsync(Token));
    }
}
