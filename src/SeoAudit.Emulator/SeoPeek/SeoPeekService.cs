using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Auditing;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.SeoPeek.Wire;

namespace SeoAudit.Emulator.SeoPeek;

/// <summary>SEOPeek: one synchronous audit a request.</summary>
internal sealed class SeoPeekService(
    SeoPeekEmulatorOptions options, IPageAnalyzer analyzer, EmulatorLedger ledger, TimeProvider timeProvider) : IEmulatedService
{
    private const int AnonymousQuota = 50;
    private readonly ConcurrentDictionary<string, SeoPeekEmulatorPlan> _issuedKeys = new(StringComparer.Ordinal);
    private readonly DailyQuotas _quotas = new(timeProvider);
    private long _audits;

    public EmulatedService Kind => EmulatedService.SeoPeek;

    public string Root => "/seopeek";

    public string? KeyOf(IHeaderDictionary headers) => headers["x-api-key"].ToString() is { Length: > 0 } key ? key : null;

    public EmulatorResponse Error(int statusCode, string message) =>
        EmulatorResponse.Json(statusCode, new SeoPeekError(message), SeoPeekJson.Default.SeoPeekError);

    public Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken) =>
        (request.Method, request.Segments) switch
        {
            ("GET", ["api", "v1", "audit"]) => AuditAsync(request, cancellationToken),
            ("POST", ["api", "v1", "keys"]) => Task.FromResult(CreateKey(request)),
            ("GET", ["api", "health"]) => Task.FromResult(Health()),
            (_, ["api", "v1", "audit"] or ["api", "health"]) => Task.FromResult(NotAllowed("GET")),
            (_, ["api", "v1", "keys"]) => Task.FromResult(NotAllowed("POST")),
            _ => Task.FromResult(Error(StatusCodes.Status404NotFound, "Not found")),
        };

    private static EmulatorResponse Health() => EmulatorResponse.Json(
        StatusCodes.Status200OK, new SeoPeekHealth("ok", "seopeek", "1.0.0"), SeoPeekJson.Default.SeoPeekHealth);

    private static int QuotaOf(SeoPeekEmulatorPlan plan) => plan switch
    {
        SeoPeekEmulatorPlan.Free => 50,
        SeoPeekEmulatorPlan.Starter => 1_000,
        _ => 10_000,
    };

    private async Task<EmulatorResponse> AuditAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        string? key = KeyOf(request.Headers);
        SeoPeekEmulatorPlan? plan = key is null ? null : PlanOf(key);
        if (key is not null && plan is null)
            return Error(StatusCodes.Status401Unauthorized, "Invalid API key");

        string asked = request.Query["url"].ToString();
        if (asked.Length == 0)
            return Error(StatusCodes.Status400BadRequest, "Missing required parameter: url");
        if (!TargetUrl.TryComplete(asked, out Uri? url))
            return Error(StatusCodes.Status400BadRequest, "Invalid URL");
        if (options.RefusePrivateHosts && TargetUrl.IsPrivate(url))
            return Error(StatusCodes.Status400BadRequest, "URL not allowed: private and internal hosts cannot be audited");

        string caller = key is null ? "address " + request.RemoteAddress : "key " + key;
        int quota = options.DailyQuota ?? (plan is { } known ? QuotaOf(known) : AnonymousQuota);
        if (!_quotas.TryTake(caller, quota, out DateTime day, out TimeSpan untilReset))
            return QuotaUsed(quota, untilReset);

        EmulatorResponse? answer = null;
        try
        {
            answer = await AuditAsync(url, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (answer is not { StatusCode: StatusCodes.Status200OK })
                _quotas.GiveBack(caller, day);
        }

        if (answer.StatusCode == StatusCodes.Status200OK)
            Record(LedgerOperation.Audit, Interlocked.Increment(ref _audits), asked, key, spent: 1);
        return answer;
    }

    private async Task<EmulatorResponse> AuditAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            if (options.ArtificialDelay > TimeSpan.Zero)
                await Task.Delay(options.ArtificialDelay, timeProvider, cancellationToken).ConfigureAwait(false);
            PageAnalysis analysis = await analyzer.AnalyzeAsync(url, cancellationToken).ConfigureAwait(false);
            SeoPeekAudit audit = SeoPeekReport.From(analysis, timeProvider.GetUtcNow());
            return EmulatorResponse.Json(StatusCodes.Status200OK, audit, SeoPeekJson.Default.SeoPeekAudit);
        }
        catch (PageFetchException failure)
        {
            int status = failure.Failure switch
            {
                PageFetchFailure.HostNotAllowed => StatusCodes.Status400BadRequest,
                PageFetchFailure.TimedOut => StatusCodes.Status504GatewayTimeout,
                _ => StatusCodes.Status502BadGateway,
            };
            return Error(status, failure.Message);
        }
    }

    private EmulatorResponse CreateKey(EmulatorRequest request)
    {
        string? email = request.ReadJsonObject() is { } body
            && body.TryGetProperty("email", out JsonElement value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (!IsEmail(email))
            return Error(StatusCodes.Status400BadRequest, "A valid email is required");

        string key = "seo_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToUpperInvariant();
        _issuedKeys[key] = SeoPeekEmulatorPlan.Free;
        Record(LedgerOperation.Key, _issuedKeys.Count, target: null, key, spent: 0);
        int quota = options.DailyQuota ?? QuotaOf(SeoPeekEmulatorPlan.Free);
        var answer = new SeoPeekKey(key, "free", string.Create(CultureInfo.InvariantCulture, $"{quota} audits/day"));
        return EmulatorResponse.Json(StatusCodes.Status201Created, answer, SeoPeekJson.Default.SeoPeekKey);
    }

    private static bool IsEmail(string? text) =>
        text is { Length: <= 254 }
        && !text.Any(char.IsWhiteSpace)
        && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } domain]
        && domain.IndexOf('.', StringComparison.Ordinal) > 0
        && !domain.EndsWith('.');

    private SeoPeekEmulatorPlan? PlanOf(string key)
    {
        if (options.Keys.TryGetValue(key, out SeoPeekEmulatorPlan plan) || _issuedKeys.TryGetValue(key, out plan))
            return plan;
        return options.AcceptAnyWellFormedKey && KeyForm.Matches(key, "seo_", minLength: 1) ? options.DefaultPlan : null;
    }

    private EmulatorResponse QuotaUsed(int quota, TimeSpan untilReset)
    {
        string seconds = Math.Ceiling(untilReset.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        string message = string.Create(CultureInfo.InvariantCulture, $"Daily limit of {quota} audits reached. Resets at midnight UTC.");
        return Error(StatusCodes.Status429TooManyRequests, message).WithHeader("Retry-After", seconds);
    }

    private EmulatorResponse NotAllowed(string allowed) =>
        Error(StatusCodes.Status405MethodNotAllowed, "Method not allowed").WithHeader("Allow", allowed);

    private void Record(LedgerOperation operation, long id, string? target, string? key, long spent) =>
        ledger.Add(new LedgerCreation
        {
            Service = Kind,
            Operation = operation,
            Id = id.ToString(CultureInfo.InvariantCulture),
            Target = target,
            KeyFingerprint = key is null ? null : EmulatorLedger.Fingerprint(key),
            At = timeProvider.GetUtcNow(),
            Spent = spent,
        });
}
