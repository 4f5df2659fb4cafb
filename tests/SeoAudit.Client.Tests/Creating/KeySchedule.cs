using System.Collections.Concurrent;
using System.Text.Json;
using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>Keys of SEOPeek, which does not know who asks for one but by the address.</summary>
internal sealed class KeySchedule(SpendGround ground, int seed, Random random) : UnlistedSchedule(ground, seed, random)
{
    private readonly ConcurrentBag<(string Email, string Fingerprint)> _made = [];

    public override string Kind => "key";

    protected override string Account { get; } = $"schedule-{seed}.example.com";

    protected override ServiceOptions Configure(SeoAuditOptions settings)
    {
        settings.SeoPeek.BaseAddress = new Uri(Ground.Idle.BaseAddress, "seopeek/");
        return settings.SeoPeek;
    }

    protected override (string Target, Func<Task<string>> Make) Call(CancellationToken stop)
    {
        var email = $"{Random.Next(2)}@{Account}";
        return (email, async () => EmulatorLedger.Fingerprint((await Client.SeoPeek.CreateKeyAsync(email, stop)).ApiKey));
    }

    // The ledger has keys, and not whose they are.
    protected override async Task AnsweredAsync(HttpRequestMessage request, HttpResponseMessage answer)
    {
        string? email = await FaultyLink.EmailOfAsync(request);
        using JsonDocument key = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        _made.Add((email!, EmulatorLedger.Fingerprint(key.RootElement.GetProperty("apiKey").GetString()!)));
        Ground.CountKey();
    }

    protected override void CheckBought(string target, string[] ids)
    {
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Subset(MadeFor(target), ids.ToHashSet(StringComparer.Ordinal));
    }

    protected override int CountAccepted(string target)
    {
        HashSet<string> made = MadeFor(target);
        return Ground.Idle.Ledger.Creations.Count(
            creation => creation.Operation == LedgerOperation.Key && made.Contains(creation.KeyFingerprint!));
    }

    private HashSet<string> MadeFor(string email) =>
        _made.Where(made => made.Email == email).Select(static made => made.Fingerprint).ToHashSet(StringComparer.Ordinal);
}
