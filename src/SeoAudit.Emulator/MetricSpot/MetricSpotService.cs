using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>MetricSpot: queued audits of single pages, with PDF and organic traffic, and audits without an account.</summary>
internal sealed class MetricSpotService(
    MetricSpotEmulatorOptions options,
    AuditRunner runner,
    AnonymousAudits anonymous,
    PdfEndpoints pdfs,
    BackgroundWork work,
    EmulatorLedger ledger,
    TimeProvider timeProvider) : IEmulatedService
{
    private const long FirstId = 12_345;

    // Shared by all emulators of a process, because a service never gives an id twice, and a port may be another emulator's next.
    private static long _lastId = FirstId - 1;

    private readonly ConcurrentDictionary<string, MetricSpotAccount> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, AuditJob> _audits = new();

    public EmulatedService Kind => EmulatedService.MetricSpot;

    public string Root => "/metricspot";

    public string? KeyOf(IHeaderDictionary headers) => EmulatorRequest.BearerToken(headers);

    public EmulatorResponse Error(int statusCode, string message) =>
        MetricSpotErrors.Error(statusCode, "Request refused", message, "REQUEST_REFUSED");

    public Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken) =>
        (request.Method, request.Segments) switch
        {
            ("POST", ["api", "public", "audit"]) => anonymous.RunAsync(request, cancellationToken),
            ("GET", ["files", var name]) => pdfs.DownloadAsync(name, cancellationToken),
            (_, ["api", "public", "audit"]) => Task.FromResult(NotAllowed("POST")),
            (_, ["api", .. string[] path]) => HandleAsync(request, path, cancellationToken),
            _ => Task.FromResult(MetricSpotErrors.NotFound("There is no such address.")),
        };

    private async Task<EmulatorResponse> HandleAsync(EmulatorRequest request, string[] path, CancellationToken cancellationToken)
    {
        if (request.BearerToken() is not { } key || PlanOf(key) is not { } plan)
            return MetricSpotErrors.Unauthorized();

        MetricSpotAccount account = _accounts.GetOrAdd(key, static key => new MetricSpotAccount(key));
        return (request.Method, path) switch
        {
            ("POST", ["audits"]) => Create(request, account, plan),
            ("GET", ["audits"]) => EmulatorResponse.Json(
                StatusCodes.Status200OK,
                new MetricSpotList([.. account.Latest().Select(audit => audit.ToRow())]),
                MetricSpotJson.Default.MetricSpotList),
            ("GET", ["audits", var id]) => WithAudit(account, id, audit => Get(audit, plan)),
            ("POST", ["audits", var id, "pdf"]) => WithAudit(account, id, audit => pdfs.Queue(request, audit, plan)),
            ("GET", ["audits", var id, "google"]) => WithAudit(account, id, audit => Google(audit, plan)),
            ("GET", ["pdfs", var id]) => await pdfs.GetAsync(request, id, account, cancellationToken).ConfigureAwait(false),
            (_, ["audits"]) => NotAllowed("GET, POST"),
            (_, ["audits", _] or ["audits", _, "google"] or ["pdfs", _]) => NotAllowed("GET"),
            (_, ["audits", _, "pdf"]) => NotAllowed("POST"),
            _ => MetricSpotErrors.NotFound("There is no such address."),
        };
    }

    private MetricSpotEmulatorPlan? PlanOf(string key)
    {
        if (options.Keys.TryGetValue(key, out MetricSpotEmulatorPlan plan))
            return plan;
        return options.AcceptAnyWellFormedKey && KeyForm.Matches(key, "ms_live_", minLength: 16) ? options.DefaultPlan : null;
    }

    private int? QuotaOf(MetricSpotEmulatorPlan plan) => options.MonthlyQuota ?? plan switch
    {
        MetricSpotEmulatorPlan.Free => 10,
        MetricSpotEmulatorPlan.Starter => 50,
        _ => null,
    };

    private EmulatorResponse WithAudit(MetricSpotAccount account, string id, Func<AuditJob, EmulatorResponse> answer)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || !_audits.TryGetValue(number, out AuditJob? audit))
        {
            return MetricSpotErrors.AuditNotFound();
        }

        return audit.Account == account ? answer(audit) : MetricSpotErrors.Forbidden("This audit belongs to someone else.");
    }

    private EmulatorResponse Create(EmulatorRequest request, MetricSpotAccount account, MetricSpotEmulatorPlan plan)
    {
        if (!AuditTarget.TryRead(request, out AuditTarget? target, out EmulatorResponse? refusal))
            return refusal;

        AuditRefusal? refused = account.TryStart(
            target.Text,
            timeProvider,
            QuotaOf(plan),
            options,
            now => new AuditJob(Interlocked.Increment(ref _lastId), target.Text, target.Url, account, now),
            out AuditJob? audit);
        if (refused is { RetryAt: { } retryAt })
            return MetricSpotErrors.RateLimited(refused.Message, retryAt, options.RetryAtPlacement);
        if (refused is not null)
            return MetricSpotErrors.QuotaExceeded(refused.Message);

        _audits[audit!.Id] = audit;
        EmulatorLedger.CreationEntry entry = ledger.Add(new LedgerCreation
        {
            Service = Kind,
            Operation = LedgerOperation.Audit,
            Id = audit.Id.ToString(CultureInfo.InvariantCulture),
            Target = target.Text,
            KeyFingerprint = account.KeyFingerprint,
            At = audit.CreatedAt,
            Spent = 0,
        });
        work.Start(stopping => runner.RunAsync(audit, entry, stopping));
        return EmulatorResponse.Json(
            StatusCodes.Status201Created, new MetricSpotCreated(audit.ToCreated()), MetricSpotJson.Default.MetricSpotCreated);
    }

    private EmulatorResponse Get(AuditJob audit, MetricSpotEmulatorPlan plan)
    {
        DateTimeOffset? cooldown = audit.Account.CooldownUntil(audit.Url, timeProvider.GetUtcNow(), options.UrlCooldown);
        return EmulatorResponse.Json(
            StatusCodes.Status200OK,
            audit.ToEnvelope(plan.ToString().ToLowerInvariant(), cooldown),
            MetricSpotJson.Default.MetricSpotEnvelope);
    }

    private EmulatorResponse Google(AuditJob audit, MetricSpotEmulatorPlan plan)
    {
        if (plan != MetricSpotEmulatorPlan.Pro)
            return MetricSpotErrors.Forbidden("Organic traffic needs the Pro plan.");
        return options.Google switch
        {
            GoogleConnection.MissingScope => MetricSpotErrors.Forbidden("The Google connection lacks a scope."),
            GoogleConnection.NotConnected => Google(new MetricSpotGoogle(Connected: false)),
            GoogleConnection.NotLinked => Google(new MetricSpotGoogle(Connected: true, Linked: false)),
            _ => Google(OrganicTraffic.Of(audit.Target)),
        };
    }

    private static EmulatorResponse Google(MetricSpotGoogle answer) =>
        EmulatorResponse.Json(StatusCodes.Status200OK, answer, MetricSpotJson.Default.MetricSpotGoogle);

    private static EmulatorResponse NotAllowed(string allowed) => MetricSpotErrors
        .Error(StatusCodes.Status405MethodNotAllowed, "Method not allowed", "Use " + allowed + ".", "METHOD_NOT_ALLOWED")
        .WithHeader("Allow", allowed);
}
