using System.Diagnostics;
using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Hosting;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Listens_on_loopback_with_a_trailing_slash()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Assert.Equal("127.0.0.1", test.Emulator.BaseAddress.Host);
        Assert.EndsWith("/", test.Emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
        Uri converted = test.Emulator;
        Assert.Equal(test.Emulator.BaseAddress, converted);
        Assert.Equal(test.Emulator.BaseAddress, test.Emulator.ToUri());
    }

    [Fact]
    public async Task Starts_within_a_second()
    {
        // The machine has other things to do as well: the quickest of some starts counts.
        TimeSpan quickest = TimeSpan.MaxValue;
        for (int start = 0; start < 10 && quickest >= TimeSpan.FromSeconds(1); start++)
        {
            long began = Stopwatch.GetTimestamp();
            await using SeoAuditEmulator emulator = await SeoAuditEmulator.StartAsync();
            TimeSpan taken = Stopwatch.GetElapsedTime(began);
            quickest = taken < quickest ? taken : quickest;
        }

        Assert.True(quickest < TimeSpan.FromSeconds(1), $"The quickest start took {quickest}.");
    }

    [Fact]
    public async Task Two_emulators_know_nothing_of_each_other()
    {
        await using TestEmulator one = await TestEmulator.StartAsync();
        await using TestEmulator two = await TestEmulator.StartAsync();

        await one.PostAsync("/seogent/api/scans", """{"urls":["https://example.com/"]}""", TestEmulator.SeogentToken);

        Assert.NotEqual(one.Emulator.BaseAddress, two.Emulator.BaseAddress);
        Assert.Equal(1, (await one.GetAsync("/seogent/api/scans", TestEmulator.SeogentToken)).Int("meta", "total"));
        Assert.Equal(0, (await two.GetAsync("/seogent/api/scans", TestEmulator.SeogentToken)).Int("meta", "total"));
    }

    [Fact]
    public async Task Stops_with_work_under_way_and_can_be_disposed_twice()
    {
        TestEmulator test = await TestEmulator.StartAsync();
        test.Analyzer.Gate = new TaskCompletionSource();
        await test.PostAsync("/seogent/api/scans", """{"urls":["https://example.com/"]}""", TestEmulator.SeogentToken);
        await test.PostAsync("/metricspot/api/audits", """{"url":"https://example.com/"}""", TestEmulator.MetricSpotKey);
        Task<Answer> peek = test.GetAsync("/seopeek/api/v1/audit?url=example.com");
        await test.AdvanceUntilAsync(() => Task.FromResult(test.Analyzer.Analyzed.Count == 3));

        long start = Stopwatch.GetTimestamp();
        await test.Emulator.DisposeAsync();
        await test.Emulator.DisposeAsync();

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
        await Assert.ThrowsAnyAsync<Exception>(() => peek);
        await Assert.ThrowsAsync<HttpRequestException>(() => test.GetAsync("/seopeek/api/health"));
        await test.DisposeAsync();
    }

    [Fact]
    public async Task Refuses_large_bodies_and_unknown_addresses()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();

        Answer large = await test.PostAsync("/seopeek/api/v1/keys", new string(' ', 1024 * 1024 + 1));

        Assert.Equal(413, large.Status);
        Assert.NotEmpty(large.Text("error"));
        Assert.Equal(404, (await test.GetAsync("/elsewhere")).Status);
        Assert.Equal(404, (await test.GetAsync("/seopeeker/api/health")).Status);
    }

    [Fact]
    public async Task What_nobody_thought_of_fails_its_own_work_only()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.PostAsync("/seogent/api/scans", """{"urls":["https://broken.example/"]}""", TestEmulator.SeogentToken);
        await test.PostAsync("/metricspot/api/audits", """{"url":"https://broken.example/"}""", TestEmulator.MetricSpotKey);

        Answer peek = await test.GetAsync("/seopeek/api/v1/audit?url=broken.example");

        Assert.Equal(500, peek.Status);
        Assert.NotEmpty(peek.Text("error"));
        await test.AdvanceUntilAsync(async () =>
            (await test.GetAsync("/seogent/api/scans", TestEmulator.SeogentToken))["data"][0].GetProperty("status").GetString() is "failed"
            && (await test.GetAsync("/metricspot/api/audits", TestEmulator.MetricSpotKey))["audits"][0].GetProperty("status").GetString() is "failed");
    }

    [Fact]
    public async Task A_ledger_of_no_size_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { LedgerCapacity = 0 }));
    }
}
