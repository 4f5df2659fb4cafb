namespace SeoAudit.Client.Tests.Creating;

/// <summary>Calls for what the service lists nowhere: sent once, unless it was certainly refused, and told when nobody knows.</summary>
internal abstract class UnlistedSchedule(SpendGround ground, int seed, Random random) : SpendSchedule(ground, seed, random)
{
    protected override Task CheckAsync(CallEnd[] ends, CancellationToken stop)
    {
        foreach (IGrouping<string, CallEnd> calls in ends.GroupBy(static end => end.Target, StringComparer.Ordinal))
        {
            string[] bought = [.. calls.Select(static call => call.Id).OfType<string>()];
            SeoAuditOutcomeUnknownException[] unknown = [.. calls.Select(static call => call.Error).OfType<SeoAuditOutcomeUnknownException>()];
            CheckBought(calls.Key, bought);

            // All that failed otherwise was refused for certain: of that, nothing is in the ledger.
            int accepted = CountAccepted(calls.Key);
            Assert.True(
                accepted >= bought.Length && accepted <= bought.Length + unknown.Length,
                $"Seed {Seed}: {calls.Key} was accepted {accepted} times of {bought.Length} + {unknown.Length} calls.");
            Assert.All(unknown, static error => Assert.Contains("lists no", error.WhatToCheck, StringComparison.Ordinal));
        }

        return Task.CompletedTask;
    }

    /// <summary>Looks whether what the callers got is in the ledger as what they asked for.</summary>
    protected abstract void CheckBought(string target, string[] ids);

    /// <summary>How often the service accepted it, by its ledger.</summary>
    protected abstract int CountAccepted(string target);
}
