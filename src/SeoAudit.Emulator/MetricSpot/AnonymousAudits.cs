using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary><c>POST /api/public/audit</c>: synchronous, without a key, a few in 24 hours for each address.</summary>
internal sealed class AnonymousAudits(
    MetricSpotEmulatorOptions options, IPageAnalyzer analyzer, EmulatorLedger ledger, TimeProvider timeProvider)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private readonly Gate _gate = new();
    private readonly Dictionary<IPAddress, List<DateTimeOffset>> _taken = [];
    private long _audits;

    public async Task<EmulatorResponse> RunAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        if (!AuditTarget.TryRead(request, out AuditTarget? target, out EmulatorResponse? refusal))
            return refusal;

        DateTimeOffset now = timeProvider.GetUtcNow();
        if (!TryTake(request.RemoteAddress, now, out DateTimeOffset retryAt))
        {
            return MetricSpotErrors.RateLimited(
                "The daily audits without an account are used up for this address.", retryAt, options.RetryAtPlacement);
        }

        try
        {
            PageAnalysis analysis = await analyzer.AnalyzeAsync(target.Url, cancellationToken).ConfigureAwait(false);
            AuditFindings found = FindingsBuilder.Build(analysis, organicTraffic: true);
            ledger.Add(new LedgerCreation
            {
                Service = EmulatedService.MetricSpot,
                Operation = LedgerOperation.AnonymousAudit,
                Id = Interlocked.Increment(ref _audits).ToString(CultureInfo.InvariantCulture),
                Target = target.Text,
                At = now,
                Spent = 1,
            });
            var audit = new MetricSpotAnonymousAudit(target.Text, target.Url.Host, found.Score, found.ModuleScores, found.Findings);
            return EmulatorResponse.Json(
                StatusCodes.Status200OK, new MetricSpotAnonymous(audit), MetricSpotJson.Default.MetricSpotAnonymous);
        }
        catch (PageFetchException failure)
        {
            GiveBack(request.RemoteAddress, now);
            return failure.Failure switch
            {
                PageFetchFailure.HostNotAllowed => MetricSpotErrors.InvalidUrl(failure.Message),
                PageFetchFailure.TimedOut => MetricSpotErrors.Upstream(StatusCodes.Status504GatewayTimeout, failure.Message),
                _ => MetricSpotErrors.Upstream(StatusCodes.Status502BadGateway, failure.Message),
            };
        }
    }

    private bool TryTake(IPAddress address, DateTimeOffset now, out DateTimeOffset retryAt)
    {
        lock (_gate)
        {
            if (!_taken.TryGetValue(address, out List<DateTimeOffset>? taken))
                _taken[address] = taken = [];
            taken.RemoveAll(time => now - time >= Window);
            retryAt = taken.Count > 0 ? taken[0] + Window : now + Window;
            if (taken.Count >= options.AnonymousAuditsPerDay)
                return false;
            taken.Add(now);
            return true;
        }
    }

    private void GiveBack(IPAddress address, DateTimeOffset time)
    {
        lock (_gate)
            _taken[address].Remove(time);
    }
}
