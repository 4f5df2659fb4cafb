using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

/// <summary>A SEOgent in memory whose clock, list and answers a test decides about.</summary>
internal sealed class ScanDesk : IDisposable
{
    private static int _desks;

    private readonly TimeProvider _time;
    private readonly List<JsonObject> _scans = [];
    private readonly Queue<Func<JsonObject, HttpResponseMessage>> _posts = new();

    public ScanDesk(TimeProvider time)
    {
        _time = time;
        Handler = new ScriptedHandler(AnswerAsync);
    }

    /// <summary>An account of its own, because what a process has adopted is remembered by account.</summary>
    public string Token { get; } = string.Create(CultureInfo.InvariantCulture, $"sk_desk_{Interlocked.Increment(ref _desks)}");

    public ScriptedHandler Handler { get; }

    /// <summary>How far the service's clock is ahead of the client's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Whether answers say when they were written.</summary>
    public bool TellsTime { get; set; } = true;

    public int PerPage { get; set; } = 20;

    public long Balance { get; set; } = 1_000;

    public bool AutoRenew { get; set; }

    public long? Estimate { get; set; } = 10;

    /// <summary>What the list answers instead of the scans.</summary>
    public Func<HttpResponseMessage>? ListFault { get; set; }

    /// <summary>What the list shows instead of a scan as it is; null for the scan.</summary>
    public Func<JsonObject, JsonNode?>? Show { get; set; }

    /// <summary>When answers say they were written; null for the service's time.</summary>
    public DateTimeOffset? Date { get; set; }

    /// <summary>What a cancellation is answered with; null for success.</summary>
    public Func<HttpResponseMessage>? CancelFault { get; set; }

    /// <summary>What a POST waits for when it has been dealt with, before its answer goes.</summary>
    public Func<CancellationToken, Task>? PostHold { get; set; }

    /// <summary>What the list waits for before its answer goes.</summary>
    public Func<CancellationToken, Task>? ListHold { get; set; }

    public IReadOnlyList<string> Ids => [.. _scans.Select(static scan => (string)scan["scan_id"]!)];

    public List<string> Cancelled { get; } = [];

    public int Posts => Handler.Requests.Count(static request => request.Method == HttpMethod.Post && request.Url.AbsolutePath.EndsWith("/scans", StringComparison.Ordinal));

    private DateTimeOffset Now => _time.GetUtcNow() + Skew;

    public ISeoAuditClient Client(int retries = 3, Action<SeoAuditOptions>? configure = null, TimeProvider? clock = null) => TestClient.Create(Handler, clock ?? _time, options =>
    {
        options.Seogent.ApiToken = Token;
        options.Seogent.MaxRetries = retries;
        options.Seogent.RetryDelay = TimeSpan.FromSeconds(1);
        configure?.Invoke(options);
    });

    /// <summary>The next POST creates the scan, and its answer is what the test makes of it.</summary>
    public void Accept(Func<HttpResponseMessage> answer) => _posts.Enqueue(scan =>
    {
        _scans.Insert(0, scan);
        return answer();
    });

    /// <summary>The next POST creates nothing.</summary>
    public void Refuse(Func<HttpResponseMessage> answer) => _posts.Enqueue(_ => answer());

    /// <summary>Puts a scan of somebody else into the list.</summary>
    public string Add(string domain, TimeSpan age, string mode = "Discover", int pages = 0)
    {
        JsonObject scan = Scan(domain, mode, pages, Now - age);
        _scans.Insert(0, scan);
        return (string)scan["scan_id"]!;
    }

    public string? UrlOf(string id) => (string?)_scans.First(scan => (string)scan["scan_id"]! == id)["url"];

    public static HttpResponseMessage Status(HttpStatusCode status, string? retryAfter = null)
    {
        HttpResponseMessage answer = ScriptedHandler.Json("{}", status);
        if (retryAfter is not null)
        {
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return answer;
    }

    public static HttpResponseMessage Reset() => throw new HttpRequestException(HttpRequestError.Unknown, "reset", new IOException("reset"));

    public void Dispose() => Handler.Dispose();

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task>? hold = request.Method == HttpMethod.Post ? PostHold : ListHold;
        HttpResponseMessage answer = Answer(request);
        if (hold is not null)
        {
            await hold(cancellationToken);
        }

        return answer;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        HttpResponseMessage answer = Route(request);
        if (TellsTime)
        {
            answer.Headers.Date = Date ?? Now;
        }

        return answer;
    }

    private HttpResponseMessage Route(HttpRequestMessage request)
    {
        string path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/credits", StringComparison.Ordinal))
        {
            return ScriptedHandler.Json($$"""{"balance":{{Balance}},"auto_renew":{{(AutoRenew ? "true" : "false")}}}""");
        }

        if (path.EndsWith("/cancel", StringComparison.Ordinal))
        {
            Cancelled.Add(path.Split('/')[^2]);
            return CancelFault?.Invoke() ?? ScriptedHandler.Json("""{"message":"Cancelled."}""");
        }

        if (request.Method == HttpMethod.Post)
        {
            return Create(JsonNode.Parse(request.Content!.ReadAsStringAsync().GetAwaiter().GetResult())!);
        }

        return path.EndsWith("/scans", StringComparison.Ordinal) ? List(request.RequestUri.Query) : State(path.Split('/')[^1]);
    }

    private HttpResponseMessage Create(JsonNode body)
    {
        var urls = body["urls"] as JsonArray;
        string domain = urls is null ? (string)body["domain"]! : new Uri((string)urls[0]!).Host;
        JsonObject scan = Scan(domain, urls is null ? "Discover" : "Manual", urls?.Count ?? 0, Now);
        scan["url"] = urls is { Count: 1 } ? (string?)urls[0] : null;
        if (_posts.TryDequeue(out Func<JsonObject, HttpResponseMessage>? next))
        {
            return next(scan);
        }

        _scans.Insert(0, scan);
        var created = new JsonObject
        {
            ["scan_id"] = (string)scan["scan_id"]!,
            ["status"] = "pending",
            ["domain"] = domain,
            ["crawl_mode"] = "Discover",
            ["total_urls"] = 0,
            ["estimated_credits"] = Estimate,
            ["message"] = "Queued.",
        };
        return ScriptedHandler.Json(created.ToJsonString(), HttpStatusCode.Created);
    }

    private HttpResponseMessage List(string query)
    {
        if (ListFault is not null)
        {
            return ListFault();
        }

        int page = query.Contains("page=", StringComparison.Ordinal) ? int.Parse(query.Split("page=")[1], CultureInfo.InvariantCulture) : 1;
        var data = new JsonArray([.. _scans.Skip((page - 1) * PerPage).Take(PerPage).Select(scan => Show is null ? scan.DeepClone() : Show((JsonObject)scan.DeepClone()))]);
        int last = Math.Max(1, (_scans.Count + PerPage - 1) / PerPage);
        return ScriptedHandler.Json(new JsonObject
        {
            ["data"] = data,
            ["meta"] = new JsonObject { ["current_page"] = page, ["last_page"] = last, ["per_page"] = PerPage, ["total"] = _scans.Count },
        }.ToJsonString());
    }

    private HttpResponseMessage State(string id) =>
        ScriptedHandler.Json(_scans.First(scan => (string)scan["scan_id"]! == id).ToJsonString());

    private static JsonObject Scan(string domain, string mode, int pages, DateTimeOffset createdAt) => new()
    {
        ["scan_id"] = Guid.NewGuid().ToString(),
        ["domain"] = domain,
        ["source"] = "api",
        ["status"] = "pending",
        ["crawl_mode"] = mode,
        ["progress"] = new JsonObject { ["total_urls"] = pages, ["urls_analyzed"] = 0, ["percentage"] = 0 },
        ["created_at"] = createdAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
    };
}
