using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.MetricSpot.Wire;

namespace SeoAudit.Emulator.MetricSpot;

/// <summary>Queues PDFs of completed audits, tells of them and hands them out.</summary>
internal sealed class PdfEndpoints(MetricSpotEmulatorOptions options, EmulatorLedger ledger, TimeProvider timeProvider)
{
    private const long FirstId = 5_001;
    private const string MediaType = "application/pdf";
    private static readonly HashSet<string> Languages = new(["en", "es", "de", "fr", "pt", "it"], StringComparer.Ordinal);
    private readonly Gate _gate = new();
    private readonly List<PdfJob> _jobs = [];
    private readonly ConcurrentDictionary<string, PdfJob> _byToken = new(StringComparer.Ordinal);

    public EmulatorResponse Queue(EmulatorRequest request, AuditJob audit, MetricSpotEmulatorPlan plan)
    {
        if (plan == MetricSpotEmulatorPlan.Free)
            return MetricSpotErrors.Forbidden("PDF reports need a paid plan.");
        if (audit.Phase != AuditPhase.Completed)
            return MetricSpotErrors.NotCompleted("The audit has not completed.");
        if (!TryReadBody(request, out string language, out string? brandId, out EmulatorResponse? refusal))
            return refusal!;
        if (brandId is not null && plan != MetricSpotEmulatorPlan.Pro)
            return MetricSpotErrors.Forbidden("Custom branding needs the Pro plan.");

        PdfJob job = GetOrAdd(audit, language, brandId);
        return EmulatorResponse.Json(StatusCodes.Status201Created, Describe(request, job, queued: true), MetricSpotJson.Default.MetricSpotPdf);
    }

    public async Task<EmulatorResponse> GetAsync(
        EmulatorRequest request, string id, MetricSpotAccount account, CancellationToken cancellationToken)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || Find(number) is not { } job)
            return MetricSpotErrors.NotFound("There is no such PDF.");
        if (job.Audit.Account != account)
            return MetricSpotErrors.Forbidden("This PDF belongs to someone else.");

        bool wantsFile = request.Headers.Accept.ToString().Contains(MediaType, StringComparison.OrdinalIgnoreCase);
        return wantsFile && IsReady(job)
            ? await FileAsync(job, cancellationToken).ConfigureAwait(false)
            : EmulatorResponse.Json(StatusCodes.Status200OK, Describe(request, job, queued: false), MetricSpotJson.Default.MetricSpotPdf);
    }

    /// <summary>Answers a signed address, which needs no key.</summary>
    public async Task<EmulatorResponse> DownloadAsync(string name, CancellationToken cancellationToken)
    {
        if (!_byToken.TryGetValue(name, out PdfJob? job)
            || !job.IsSignedAddressValid(timeProvider.GetUtcNow(), options.PdfRenderDuration))
        {
            return MetricSpotErrors.NotFound("There is no such file.");
        }

        return IsReady(job)
            ? await FileAsync(job, cancellationToken).ConfigureAwait(false)
            : MetricSpotErrors.NotCompleted("The PDF is not ready.");
    }

    private static async Task<EmulatorResponse> FileAsync(PdfJob job, CancellationToken cancellationToken)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{job.Audit.Id}.pdf\"");
        ReadOnlyMemory<byte> file = await AuditPdf.RenderAsync(job, cancellationToken).ConfigureAwait(false);
        return new EmulatorResponse(StatusCodes.Status200OK, MediaType, file).WithHeader("Content-Disposition", name);
    }

    private static bool TryReadBody(EmulatorRequest request, out string language, out string? brandId, out EmulatorResponse? refusal)
    {
        language = "en";
        brandId = null;
        refusal = null;
        if (request.Body.IsEmpty)
            return true;
        if (request.ReadJsonObject() is not { } body)
        {
            refusal = MetricSpotErrors.InvalidRequest("The body must be a JSON object.");
            return false;
        }

        if (body.TryGetProperty("language", out JsonElement wanted) && wanted.ValueKind != JsonValueKind.Null)
        {
            language = wanted.ValueKind == JsonValueKind.String ? wanted.GetString()! : "";
            if (!Languages.Contains(language))
                refusal = MetricSpotErrors.InvalidRequest("The language must be one of en, es, de, fr, pt and it.");
        }

        if (body.TryGetProperty("brand_id", out JsonElement brand) && brand.ValueKind != JsonValueKind.Null)
        {
            if (brand.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                brandId = brand.ToString();
            else
                refusal = MetricSpotErrors.InvalidRequest("The brand_id must be an id or null.");
        }

        return refusal is null;
    }

    // A client that lost the answer, or that has only an address to go by, asks again: that must not make a second file.
    private PdfJob GetOrAdd(AuditJob audit, string language, string? brandId)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        lock (_gate)
        {
            foreach (PdfJob known in _jobs)
            {
                if (known.Audit == audit
                    && string.Equals(known.Language, language, StringComparison.Ordinal)
                    && string.Equals(known.BrandId, brandId, StringComparison.Ordinal)
                    && known.IsSignedAddressValid(now, options.PdfRenderDuration))
                {
                    return known;
                }
            }

            string token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            var job = new PdfJob(FirstId + _jobs.Count, audit, language, brandId, now, token);
            _jobs.Add(job);
            _byToken[token + ".pdf"] = job;
            ledger.Add(new LedgerCreation
            {
                Service = EmulatedService.MetricSpot,
                Operation = LedgerOperation.Pdf,
                Id = job.Id.ToString(CultureInfo.InvariantCulture),
                Target = audit.Url,
                KeyFingerprint = audit.Account.KeyFingerprint,
                At = now,
                Spent = 0,
            });
            return job;
        }
    }

    private PdfJob? Find(long id)
    {
        lock (_gate)
            return id >= FirstId && id < FirstId + _jobs.Count ? _jobs[(int)(id - FirstId)] : null;
    }

    private bool IsReady(PdfJob job) => job.IsReady(timeProvider.GetUtcNow(), options.PdfRenderDuration);

    private MetricSpotPdf Describe(EmulatorRequest request, PdfJob job, bool queued)
    {
        string status = IsReady(job) ? "ready" : "queued";
        return options.PdfResponseShape switch
        {
            PdfResponseShape.Flat => new MetricSpotPdf { Id = job.Id, Status = status },
            PdfResponseShape.IdOnly => new MetricSpotPdf { PdfId = job.Id, Status = queued ? null : status },
            PdfResponseShape.Url => new MetricSpotPdf
            {
                PdfUrl = $"http://{request.Headers.Host}/metricspot/files/{job.DownloadToken}.pdf",
                Status = status,
            },
            _ => new MetricSpotPdf { Pdf = new MetricSpotPdf { Id = job.Id, Status = status } },
        };
    }
}
