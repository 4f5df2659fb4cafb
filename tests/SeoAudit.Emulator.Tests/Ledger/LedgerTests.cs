using SeoAudit.Emulator.Tests.Support;

namespace SeoAudit.Emulator.Tests.Ledger;

public sealed class LedgerTests
{
    [Fact]
    public async Task Notes_requests_without_their_keys()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.GetAsync("/seogent/api/scans?page=1", "sk_very_secret");
        await test.GetAsync("/seopeek/api/v1/audit?url=example.com", "seo_very_secret");
        await test.GetAsync("/elsewhere");

        IReadOnlyList<LedgerRequest> requests = test.Emulator.Ledger.Requests;

        Assert.Equal([1L, 2L, 3L], requests.Select(request => request.Number));
        Assert.Equal(EmulatedService.Seogent, requests[0].Service);
        Assert.Equal("GET", requests[0].Method);
        Assert.Equal("/seogent/api/scans", requests[0].Path);
        Assert.Equal("?page=1", requests[0].Query);
        Assert.Equal(200, requests[0].StatusCode);
        Assert.Equal(TestEmulator.Start, requests[0].ReceivedAt);
        Assert.Equal(EmulatorLedger.Fingerprint("sk_very_secret"), requests[0].KeyFingerprint);
        Assert.Equal(EmulatorLedger.Fingerprint("seo_very_secret"), requests[1].KeyFingerprint);
        Assert.Null(requests[2].Service);
        Assert.Null(requests[2].KeyFingerprint);
        Assert.DoesNotContain("very_secret", string.Join('\n', requests), StringComparison.Ordinal);
        Assert.Single(test.Emulator.Ledger.RequestsTo(EmulatedService.SeoPeek));
    }

    [Fact]
    public async Task Notes_what_was_accepted()
    {
        await using TestEmulator test = await TestEmulator.StartAsync();
        await test.GetAsync("/seopeek/api/v1/audit?url=example.com", "seo_one");
        Answer scan = await test.PostAsync(
            "/seogent/api/scans", """{"domain":"example.com","max_pages":10}""", TestEmulator.SeogentToken);

        Assert.Equal(2, test.Emulator.Ledger.Creations.Count);
        LedgerCreation audit = Assert.Single(test.Emulator.Ledger.CreationsOf(EmulatedService.SeoPeek));
        Assert.Equal(LedgerOperation.Audit, audit.Operation);
        Assert.Equal("example.com", audit.Target);
        Assert.Equal(1, audit.Spent);
        LedgerCreation creation = Assert.Single(test.Emulator.Ledger.CreationsOf(EmulatedService.Seogent));
        Assert.Equal(scan.Text("scan_id"), creation.Id);
        Assert.Equal(10, creation.Spent);
        Assert.Equal("https://example.com/", creation.Target);

        test.Emulator.Ledger.Clear();
        Assert.Empty(test.Emulator.Ledger.Creations);
        Assert.Empty(test.Emulator.Ledger.Requests);
    }

    [Fact]
    public async Task Keeps_only_the_newest()
    {
        await using TestEmulator test = await TestEmulator.StartAsync(options => options.LedgerCapacity = 3);
        for (int i = 0; i < 5; i++)
            await test.GetAsync("/seopeek/api/health");

        Assert.Equal([3L, 4L, 5L], test.Emulator.Ledger.Requests.Select(request => request.Number));
    }
}
