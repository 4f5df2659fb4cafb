using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Http;

public sealed class CompressionTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly Uri Page = new("https://example.com/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Codings => ["gzip", "x-gzip", "GZIP", "deflate", "raw deflate", "br"];

    [Fact]
    public void The_limits_are_those_that_are_documented() =>
        Assert.Equal((64L * Megabyte, 200), (new SeoPeekOptions().MaxResponseBytes, new SeoPeekOptions().MaxCompressionRatio));

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_packed_answer_is_unpacked(string coding)
    {
        byte[] json = Audit(new string('u', 100_000));
        await using var server = new LoopbackServer(_ => Packed(coding, json));

        SeoPeekAudit audit = await Create(server.Address).SeoPeek.AuditAsync(Page, Stop);

        Assert.Equal(json, audit.RawResponse!.Body.ToArray());
        Assert.DoesNotContain("Content-Encoding", audit.RawResponse.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal("application/json", audit.RawResponse.Headers["Content-Type"]);
        Assert.Contains("Accept-Encoding: gzip, deflate\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_packed_download_is_unpacked_as_it_is_read_asynchronously_or_not(string coding)
    {
        byte[] pdf = [.. Enumerable.Range(0, 300_000).Select(static number => (byte)(number * number / 7))];
        await using var server = new LoopbackServer(_ => Packed(coding, pdf, "application/pdf"));
        IMetricSpotClient client = Create(server.Address).MetricSpot;

        foreach (bool asynchronously in new[] { true, false })
        {
            await using Stream file = await client.DownloadPdfAsync("1", Stop);
            using var read = new MemoryStream();
            if (asynchronously)
            {
                await file.CopyToAsync(read, Stop);
            }
            else
            {
#pragma warning disable CA1849 // What is tested.
                file.CopyTo(read);
#pragma warning restore CA1849
            }

            Assert.Equal(pdf, read.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_bomb_is_refused_within_the_size_limit_and_not_asked_for_again(string coding)
    {
        byte[] bomb = Packed(coding, Audit(new string(' ', 60 * Megabyte)));
        await using var server = new LoopbackServer(_ => bomb);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => Create(server.Address).SeoPeek.AuditAsync(Page, Stop));

        Assert.Contains("MaxCompressionRatio", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
        Assert.Equal((1, 1), (exception.Attempts, server.Requests.Count));
    }

    [Fact]
    public async Task A_bomb_is_told_by_its_ratio_and_the_setting()
    {
        byte[] bomb = Packed("gzip", new byte[10 * Megabyte], "application/pdf");
        await using var server = new LoopbackServer(_ => bomb);
        ISeoAuditClient client = TestClient.Create(server.Address, configure: static options => options.MetricSpot.MaxCompressionRatio = 100);
        await using Stream file = await client.MetricSpot.DownloadPdfAsync("1", Stop);

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => file.CopyToAsync(Stream.Null, Stop));

        Assert.Equal(
            "MetricSpot DownloadPdf answered with what unpacks to 100 times its size or more, as decompression bombs do; MaxCompressionRatio forbids it.",
            exception.Message);
    }

    [Fact]
    public async Task A_sitemap_that_is_a_bomb_is_told_without_a_setting_that_it_has_not()
    {
        byte[] bomb = Packed("gzip", new byte[10 * Megabyte], "text/plain");
        await using var server = new LoopbackServer(_ => bomb);

        Exception? fault = await Record.ExceptionAsync(
            () => Create(server.Address).ReadSitemapAsync(new Uri(server.Address, "sitemap.txt"), cancellationToken: Stop).CollectAsync());

        Assert.EndsWith(
            "The site's GetSitemap answered with what unpacks to 200 times its size or more, as decompression bombs do.",
            (fault?.InnerException ?? fault)?.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_download_that_cannot_be_unpacked_is_a_typed_error_however_it_is_read(string coding)
    {
        byte[] packed = Pack(coding, new byte[100]);
        packed.AsSpan(2).Fill(0xFF);
        await using var server = new LoopbackServer(
            _ => LoopbackServer.Answer("200 OK", $"Content-Type: application/pdf\r\nContent-Encoding: {coding}\r\n", packed));
        ISeoAuditClient client = Create(server.Address);
        foreach (bool isAsync in new[] { true, false })
        {
            await using Stream file = await client.MetricSpot.DownloadPdfAsync("1", Stop);

            Exception? exception = await Record.ExceptionAsync(async () =>
            {
#pragma warning disable CA1849, MA0042 // What apps may do.
                _ = isAsync ? await file.ReadAsync(new byte[10], Stop) : file.Read(new byte[10]);
#pragma warning restore CA1849, MA0042
            });

            Assert.IsType<SeoAuditResponseException>(exception);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_bomb_costs_little_more_than_a_mebibyte(string coding)
    {
        byte[] bomb = Packed(coding, new byte[60 * Megabyte], "application/pdf");
        await using var server = new LoopbackServer(_ => bomb);
        await using Stream file = await Create(server.Address).MetricSpot.DownloadPdfAsync("1", Stop);
        var buffer = new byte[16 * 1024];
        var read = 0;

        var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(async () =>
        {
            for (int got; (got = await file.ReadAsync(buffer, Stop)) > 0; read += got)
            {
            }
        });

        Assert.Contains("MaxCompressionRatio", exception.Message, StringComparison.Ordinal);
        Assert.Equal(AuditService.MetricSpot, exception.Service);
        // One filling of the platform's buffer (8 KiB) may count as read before anything comes out of it.
        Assert.InRange(read, Megabyte - buffer.Length, 2 * Megabyte);
    }

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    public async Task The_most_repetitive_honest_list_is_no_bomb(CompressionLevel level)
    {
        string check = string.Join(',', Enumerable.Range(0, 23).Select(static number =>
            $$"""{"name":"Check {{number}}","passed":true,"message":"No canonical tag found. Add a self-referencing canonical."}"""));
        byte[] json = Encoding.UTF8.GetBytes($$"""{"url":"u","score":1,"checks":[{{string.Join(',', Enumerable.Repeat(check, 1000))}}]}""");
        byte[] packed = Pack(stream => new GZipStream(stream, level), json);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", packed));

        Assert.Equal(23_000, (await Create(server.Address).SeoPeek.AuditAsync(Page, Stop)).Checks.Count);
        Assert.True(json.Length / packed.Length > 20);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(100_000, false)]
    public async Task The_ratio_can_be_set(int ratio, bool refused)
    {
        byte[] packed = Packed("gzip", Audit(new string(' ', 10 * Megabyte)));
        await using var server = new LoopbackServer(_ => packed);
        ISeoPeekClient client = TestClient.Create(server.Address, configure: options => options.SeoPeek.MaxCompressionRatio = ratio).SeoPeek;

        Exception? exception = await Record.ExceptionAsync(() => client.AuditAsync(Page, Stop));

        Assert.Equal(refused, exception is SeoAuditResponseException);
        Assert.Equal(refused, exception is not null);
    }

    [Fact]
    public async Task A_small_answer_may_be_as_repetitive_as_it_likes()
    {
        byte[] packed = Packed("br", Audit(new string(' ', Megabyte - 100)));
        await using var server = new LoopbackServer(_ => packed);

        Assert.Equal(1, (await Create(server.Address).SeoPeek.AuditAsync(Page, Stop)).Score);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_cannot_be_unpacked_is_a_typed_error(string coding)
    {
        byte[] packed = Pack(coding, Audit("u"));
        packed.AsSpan(2).Fill(0xFF);
        foreach (byte[] body in new[] { packed, "no such thing"u8.ToArray() })
        {
            await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", $"Content-Type: application/json\r\nContent-Encoding: {coding}\r\n", body));

            var exception = await Assert.ThrowsAsync<SeoAuditResponseException>(() => Create(server.Address).SeoPeek.AuditAsync(Page, Stop));

            Assert.False(exception.IsTransient);
        }
    }

    [Fact]
    public async Task A_packed_error_is_decoded()
    {
        byte[] packed = Pack("gzip", """{"message":"no such scan","error_code":"scan_not_found"}"""u8.ToArray());
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("404 Not Found", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", packed));

        var exception = await Assert.ThrowsAsync<SeoAuditNotFoundException>(() => Create(server.Address).Seogent.GetScanStateAsync("1", Stop));

        Assert.Equal("scan_not_found", exception.ErrorCode);
    }

    [Fact]
    public async Task A_handler_of_the_app_may_unpack_by_itself()
    {
        byte[] packed = Packed("br", Audit("u"));
        await using var server = new LoopbackServer(_ => packed);
        var services = new ServiceCollection();
        services.AddSeoAudit(options => options.SeoPeek.BaseAddress = server.Address)
            .SeoPeek.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(1, (await provider.GetRequiredService<ISeoPeekClient>().AuditAsync(Page, Stop)).Score);
    }

    private static ISeoAuditClient Create(Uri server) =>
        TestClient.Create(server, configure: static options => (options.SeoPeek.KeepRawResponses, options.SeoPeek.RetryDelay) = (true, TimeSpan.Zero));

    private static byte[] Audit(string filler) => Encoding.UTF8.GetBytes($$"""{"url":"u","score":1,"filler":"{{filler}}"}""");

    private static byte[] Packed(string coding, byte[] content, string type = "application/json") =>
        LoopbackServer.Answer("200 OK", $"Content-Type: {type}\r\nContent-Encoding: {coding.Split(' ')[^1]}\r\n", Pack(coding, content));

    private static byte[] Pack(string coding, byte[] content) => Pack(
        stream => coding.ToUpperInvariant() switch
        {
            "DEFLATE" => new ZLibStream(stream, CompressionLevel.SmallestSize),
            "RAW DEFLATE" => new DeflateStream(stream, CompressionLevel.SmallestSize),
            "BR" => new BrotliStream(stream, CompressionLevel.Optimal),
            _ => new GZipStream(stream, CompressionLevel.SmallestSize),
        },
        content);

    private static byte[] Pack(Func<Stream, Stream> open, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream stream = open(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
