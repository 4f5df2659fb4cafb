using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>SEOgent: queued scans of sites and lists of pages.</summary>
internal sealed class SeogentService(
    SeogentEmulatorOptions options, ScanRunner runner, BackgroundWork work, EmulatorLedger ledger, TimeProvider timeProvider)
    : IEmulatedService, IDisposable
{
    private readonly ConcurrentDictionary<string, SeogentAccount> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Scan> _scans = new(StringComparer.OrdinalIgnoreCase);

    public EmulatedService Kind => EmulatedService.Seogent;

    public string Root => "/seogent";

    public string? KeyOf(IHeaderDictionary headers) => EmulatorRequest.BearerToken(headers);

    public EmulatorResponse Error(int statusCode, string message) => SeogentAnswers.Message(statusCode, message);

    public Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Answer(request));

    public void Dispose()
    {
        foreach (Scan scan in _scans.Values)
            scan.Dispose();
    }

    private EmulatorResponse Answer(EmulatorRequest request)
    {
        if (request.Segments is not ["api", .. string[] path])
            return Error(StatusCodes.Status404NotFound, "Not Found");
        if (request.BearerToken() is not { } token || AccountOf(token) is not { } account)
            return Error(StatusCodes.Status401Unauthorized, "Unauthenticated.");

        bool creates = (request.Method, path) is ("POST", ["scans"]);
        MinuteLimit limit = creates ? account.Creates : account.Reads;
        int? allowed = creates ? options.CreatesPerMinute : options.ReadsPerMinute;
        if (!limit.TryTake(allowed, timeProvider.GetUtcNow(), out TimeSpan retryAfter))
        {
            string seconds = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Error(StatusCodes.Status429TooManyRequests, "Too Many Attempts.").WithHeader("Retry-After", seconds);
        }

        return (request.Method, path) switch
        {
            ("POST", ["scans"]) => Create(request, account),
            ("GET", ["scans"]) => List(request, account),
            ("GET", ["scans", var id]) => WithScan(account, id, Status),
            ("GET", ["scans", var id, "results"]) => WithScan(account, id, scan => Results(request, scan)),
            ("POST", ["scans", var id, "cancel"]) => WithScan(account, id, Cancel),
            ("GET", ["domains"]) => EmulatorResponse.Json(
                StatusCodes.Status200OK, account.Domains(), SeogentJson.Default.SeogentDomains),
            ("GET", ["credits"]) => EmulatorResponse.Json(
                StatusCodes.Status200OK, new SeogentCredits(account.Balance, options.AutoRenew), SeogentJson.Default.SeogentCredits),
            (_, ["scans"]) => NotAllowed("GET, POST"),
            (_, ["scans", _] or ["scans", _, "results"] or ["domains"] or ["credits"]) => NotAllowed("GET"),
            (_, ["scans", _, "cancel"]) => NotAllowed("POST"),
            _ => Error(StatusCodes.Status404NotFound, "Not Found"),
        };
    }

    private SeogentAccount? AccountOf(string token)
    {
        if (options.Tokens.TryGetValue(token, out long balance))
            return _accounts.GetOrAdd(token, static (key, start) => new SeogentAccount(key, start), balance);
        return options.AcceptAnyWellFormedToken && KeyForm.Matches(token, "sk_", minLength: 1)
            ? _accounts.GetOrAdd(token, static (key, start) => new SeogentAccount(key, start), options.StartingBalance)
            : null;
    }

    private EmulatorResponse WithScan(SeogentAccount account, string id, Func<Scan, EmulatorResponse> answer) =>
        _scans.TryGetValue(id, out Scan? scan) && scan.Account == account ? answer(scan) : SeogentAnswers.NotFound();

    private EmulatorResponse Create(EmulatorRequest request, SeogentAccount account)
    {
        var reader = new ScanRequestReader(request.ReadJsonObject());
        if (reader.Read() is not { } wanted)
            return SeogentAnswers.Invalid(reader.Faults);

        var scan = new Scan(wanted, account, CreditsPerPage(wanted), timeProvider.GetUtcNow(), work.Stopping);
        if (!account.TryAdd(scan))
        {
            scan.Dispose();
            return SeogentAnswers.Error(
                StatusCodes.Status402PaymentRequired, "Not enough credits for this scan.", "insufficient_credits");
        }

        _scans[scan.Id] = scan;
        scan.LedgerEntry = ledger.Add(new LedgerCreation
        {
            Service = Kind,
            Operation = LedgerOperation.Scan,
            Id = scan.Id,
            Target = (wanted.Site ?? wanted.Urls[0]).OriginalString,
            KeyFingerprint = account.KeyFingerprint,
            At = scan.CreatedAt,
            Spent = scan.EstimatedCredits,
        });
        work.Start(stopping => runner.RunAsync(scan, stopping));
        return EmulatorResponse.Json(StatusCodes.Status201Created, scan.ToCreated(options), SeogentJson.Default.SeogentCreated);
    }

    private int CreditsPerPage(ScanRequest request) =>
        options.CreditsPerPage
        + (request.PerformanceScan ? options.PerformanceCreditsPerPage : 0)
        + (request.LinkCheck ? options.LinkCheckCreditsPerPage : 0)
        + (request.AccessibilityScan ? options.AccessibilityCreditsPerPage : 0);

    private EmulatorResponse Status(Scan scan) =>
        EmulatorResponse.Json(StatusCodes.Status200OK, scan.ToStatus(options), SeogentJson.Default.SeogentStatus);

    private EmulatorResponse Results(EmulatorRequest request, Scan scan)
    {
        if (ResultsQuery.Read(request.Query, options.PageSizeLimit, out List<(string, string)> faults) is not { } query)
            return SeogentAnswers.Invalid(faults);
        return EmulatorResponse.Json(
            StatusCodes.Status200OK, ScanResults.Of(scan, query, options), SeogentJson.Default.SeogentResults);
    }

    private EmulatorResponse List(EmulatorRequest request, SeogentAccount account)
    {
        int page = 1;
        if (request.Query.TryGetValue("page", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
        {
            return SeogentAnswers.Invalid([("page", "The page must be a whole number from 1 on.")]);
        }

        IReadOnlyList<Scan> scans = account.Scans;
        int size = options.ListPageSize;
        int last = Math.Max(1, (scans.Count + size - 1) / size);
        SeogentListItem[] items =
            page > last ? [] : [.. scans.Skip((page - 1) * size).Take(size).Select(scan => scan.ToListItem(options))];
        return EmulatorResponse.Json(
            StatusCodes.Status200OK,
            new SeogentList(items, new SeogentListMeta(page, last, size, scans.Count)),
            SeogentJson.Default.SeogentList);
    }

    private EmulatorResponse Cancel(Scan scan)
    {
        if (!scan.TryEnd(ScanPhase.Cancelled, timeProvider.GetUtcNow(), ledger))
        {
            return SeogentAnswers.Error(
                StatusCodes.Status422UnprocessableEntity, "This scan has already completed or failed.", "scan_already_terminal");
        }

        scan.StopWork();
        return SeogentAnswers.Message(StatusCodes.Status200OK, "Scan cancelled successfully.");
    }

    private EmulatorResponse NotAllowed(string allowed) =>
        Error(StatusCodes.Status405MethodNotAllowed, "The method is not supported for this route.").WithHeader("Allow", allowed);
}
