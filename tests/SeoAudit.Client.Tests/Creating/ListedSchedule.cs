using SeoAudit.Emulator;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>Calls for what the service lists, so that what was lost is found.</summary>
internal abstract class ListedSchedule(SpendGround ground, int seed, Random random) : SpendSchedule(ground, seed, random)
{
    protected override async Task CheckAsync(CallEnd[] ends, CancellationToken stop)
    {
        List<string> bought = [.. ends.Select(static end => end.Id).OfType<string>()];
        Assert.Equal(bought.Count, bought.Distinct(StringComparer.Ordinal).Count());
        SeoAuditOutcomeUnknownException[] unknown = [.. ends.Select(static end => end.Error).OfType<SeoAuditOutcomeUnknownException>()];
        string[] accepted = Accepted();
        Assert.Subset(accepted.ToHashSet(StringComparer.Ordinal), bought.ToHashSet(StringComparer.Ordinal));
        Assert.True(accepted.Length <= bought.Count + unknown.Length, $"Seed {Seed}: {accepted.Length} were bought by {bought.Count} + {unknown.Length} calls.");

        var unsettled = 0;
        foreach (SeoAuditOutcomeUnknownException error in unknown)
        {
            try
            {
                bought.AddRange(await error.ReconcileAsync(stop) is { } id ? [id] : []);
            }
            catch (SeoAuditOutcomeUnknownException)
            {
                unsettled++;
            }
        }

        Assert.Equal(bought.Count, bought.Distinct(StringComparer.Ordinal).Count());
        Assert.True(accepted.Length - bought.Count is var lost && lost >= 0 && lost <= unsettled, $"Seed {Seed}: {lost} of {accepted.Length} are lost.");
    }

    protected Uri Page() => new($"http://127.0.0.1:9/{Random.Next(2)}");

    private string[] Accepted()
    {
        string fingerprint = EmulatorLedger.Fingerprint(Account);
        return [.. Ground.Idle.Ledger.Creations.Where(creation => creation.KeyFingerprint == fingerprint).Select(static creation => creation.Id)];
    }
}
