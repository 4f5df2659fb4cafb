using System.Net;
using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Creating;

public sealed class AdoptedScanTests : IDisposable
{
    private static readonly ScanRequest Request = ScanRequest.ForDomain("example.com", 10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 12, 12, 0, 0, 500, TimeSpan.Zero));
    private readonly ScanDesk _desk;

    public AdoptedScanTests() => _desk = new ScanDesk(_time);

    public static TheoryData<string> Losses => ["reset", "408", "500", "502", "503", "504", "303", "unreadable", "empty", "no id"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_was_accepted_is_adopted_however_its_answer_was_lost(string loss)
    {
        _desk.Accept(() => Lost(loss));

        ScanOperation scan = await StartAsync();

        Assert.Equal(Assert.Single(_desk.Ids), scan.Id);
        Assert.True(scan.IsAdopted);
        Assert.Null(scan.Created);
        Assert.Equal(1, _desk.Posts);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_was_not_accepted_is_sent_again(string loss)
    {
        _desk.Refuse(() => Lost(loss));

        if (loss == "303")
        {
            await Assert.ThrowsAsync<SeoAuditResponseException>(() => StartAsync());
            Assert.Empty(_desk.Ids);
            return;
        }

        if (loss == "no id")
        {
            _desk.Refuse(() => Lost(loss));
        }

        ScanOperation scan = await StartAsync();
        Assert.Equal(Assert.Single(_desk.Ids), scan.Id);
        Assert.False(scan.IsAdopted);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "7", 7)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7", 7)]
    [InlineData(HttpStatusCode.TooManyRequests, null, 0.8)]
    public async Task What_was_refused_is_sent_again_when_the_service_allows_it_and_not_looked_for(HttpStatusCode status, string? retryAfter, double least)
    {
        _desk.Refuse(() => ScanDesk.Status(status, retryAfter));
        DateTimeOffset began = _time.GetUtcNow();

        ScanOperation scan = await StartAsync();

        Assert.False(scan.IsAdopted);
        Assert.True((_time.GetUtcNow() - began).TotalSeconds >= least);
        Assert.DoesNotContain(_desk.Handler.Requests, static request => request.Method == HttpMethod.Get);
    }

    [Fact]
    public async Task A_pause_that_does_not_fit_into_the_time_of_the_call_is_told_at_once()
    {
        _desk.Refuse(static () => ScanDesk.Status(HttpStatusCode.TooManyRequests, "3600"));

        var exception = await Assert.ThrowsAsync<SeoAuditRateLimitException>(() => _desk.Client().Seogent.StartScanAsync(Request, Stop));

        Assert.Equal(_time.GetUtcNow().AddHours(1), exception.RetryAt);
        Assert.Equal(1, _desk.Posts);
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_clock_of_the_service_may_be_hours_off(int hours)
    {
        _desk.Skew = TimeSpan.FromHours(hours);
        _desk.Add("example.com", age: TimeSpan.FromSeconds(30));
        _desk.Accept(ScanDesk.Reset);

        ScanOperation scan = await StartAsync();

        Assert.Equal((_desk.Ids[0], 2), (scan.Id, _desk.Ids.Count));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task The_clock_of_this_machine_may_be_set_meanwhile(int hours)
    {
        var clock = new SteppingClock(_time);
        _desk.Accept(() =>
        {
            clock.Shift = TimeSpan.FromHours(hours);
            return ScanDesk.Reset();
        });

        ScanOperation scan = await _time.RunAsync(() => _desk.Client(clock: clock).Seogent.StartScanAsync(Request, Stop), step: 0.1);

        Assert.True(scan.IsAdopted);
        Assert.Equal(1, _desk.Posts);
    }

    [Fact]
    public async Task A_service_that_does_not_tell_the_time_may_be_minutes_off()
    {
        _desk.TellsTime = false;
        _desk.Skew = TimeSpan.FromMinutes(-4);
        _desk.Add("example.com", age: TimeSpan.FromMinutes(10));
        _desk.Accept(ScanDesk.Reset);

        ScanOperation scan = await StartAsync();

        Assert.Equal((_desk.Ids[0], 2), (scan.Id, _desk.Ids.Count));
    }

    [Fact]
    public async Task Scans_of_others_are_left_alone()
    {
        _desk.Add("example.org", age: TimeSpan.Zero);
        _desk.Add("example.com", age: TimeSpan.Zero, mode: "Manual", pages: 3);
        _desk.Add("example.com", age: TimeSpan.FromSeconds(30));
        _desk.Refuse(ScanDesk.Reset);

        ScanOperation scan = await StartAsync();

        Assert.False(scan.IsAdopted);
        Assert.Equal(4, _desk.Ids.Count);
    }

    [Theory]
    [InlineData("EXAMPLE.com")]
    [InlineData("https://example.com")]
    [InlineData("http://example.com/")]
    public async Task The_domain_is_the_same_however_it_is_written(string domain)
    {
        _desk.Accept(ScanDesk.Reset);

        Assert.True((await StartAsync(ScanRequest.ForDomain(domain, 10))).IsAdopted);
    }

    [Fact]
    public async Task The_list_is_followed_as_far_as_it_is_recent()
    {
        _desk.PerPage = 2;
        _desk.Add("example.com", age: TimeSpan.FromMinutes(5));
        _desk.Add("example.org", age: TimeSpan.FromMinutes(5));
        _desk.Accept(() =>
        {
            for (var other = 0; other < 5; other++)
            {
                _desk.Add("example.org", age: TimeSpan.Zero);
            }

            return ScanDesk.Reset();
        });

        ScanOperation scan = await StartAsync();

        Assert.Equal(_desk.Ids[5], scan.Id);
        Assert.Equal(4, _desk.Handler.Requests.Count(static request => request.Method == HttpMethod.Get));
    }

    [Fact]
    public async Task A_scan_that_another_call_has_is_not_adopted()
    {
        ISeogentClient client = _desk.Client().Seogent;
        ScanOperation first = await client.StartScanAsync(Request, Stop);
        _desk.Refuse(ScanDesk.Reset);

        ScanOperation second = await _time.RunAsync(() => client.StartScanAsync(Request, Stop), step: 0.1);

        Assert.NotEqual(first.Id, second.Id, StringComparer.Ordinal);
        Assert.Equal(2, _desk.Ids.Count);
    }

    [Fact]
    public async Task Two_calls_for_the_same_stay_two()
    {
        ISeogentClient client = _desk.Client().Seogent;
        _desk.Accept(ScanDesk.Reset);
        _desk.Accept(ScanDesk.Reset);

        ScanOperation[] scans = await _time.RunAsync(
            () => Task.WhenAll(client.StartScanAsync(Request, Stop), client.StartScanAsync(Request, Stop)), step: 0.1);

        Assert.Equal(_desk.Ids.Order(StringComparer.Ordinal), scans.Select(static scan => scan.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(2, _desk.Posts);
    }

    [Fact]
    public async Task A_scan_that_may_be_either_of_two_calls_is_given_to_neither()
    {
        ISeogentClient client = _desk.Client().Seogent;
        var page = new Uri("https://example.com/a");
        ScanRequest[] requests = [ScanRequest.ForUrls(page, new Uri("https://example.com/b")), ScanRequest.ForUrls(page, new Uri("https://example.com/c"))];
        _desk.Accept(ScanDesk.Reset);
        _desk.Refuse(ScanDesk.Reset);

        Exception?[] ends = await _time.RunAsync(
            () => Task.WhenAll(requests.Select(request => Record.ExceptionAsync(() => client.StartScanAsync(request, Stop)).AsTask())), step: 0.1);

        Assert.All(ends, static end => Assert.IsType<SeoAuditOutcomeUnknownException>(end));
        Assert.Equal(2, _desk.Posts);
    }

    [Fact]
    public async Task A_scan_of_one_page_is_known_by_its_page()
    {
        ISeogentClient client = _desk.Client(retries: 0).Seogent;
        Uri[] pages = [new("https://example.com/a"), new("https://example.com/b")];
        _desk.Accept(ScanDesk.Reset);
        _desk.Accept(ScanDesk.Reset);

        ScanOperation[] scans = await _time.RunAsync(
            () => Task.WhenAll(pages.Select(page => client.StartScanAsync(ScanRequest.ForUrls(page), Stop))), step: 0.1);

        Assert.Equal(pages, scans.Select(scan => new Uri(_desk.UrlOf(scan.Id)!)));
    }

    [Fact]
    public async Task A_call_is_not_sent_more_often_than_allowed()
    {
        for (var post = 0; post < 10; post++)
        {
            _desk.Refuse(ScanDesk.Reset);
        }

        var exception = await Assert.ThrowsAsync<SeoAuditException>(() => StartAsync());

        Assert.Equal((4, 4), (_desk.Posts, exception.Attempts));
        Assert.True(exception.IsTransient);
        Assert.Empty(_desk.Ids);
    }

    [Fact]
    public async Task All_attempts_and_looks_keep_to_the_time_of_the_call()
    {
        for (var post = 0; post < 20; post++)
        {
            _desk.Refuse(ScanDesk.Reset);
        }

        DateTimeOffset began = _time.GetUtcNow();
        ISeogentClient client = _desk.Client(retries: 10, static options => options.Seogent.TotalTimeout = TimeSpan.FromSeconds(40)).Seogent;

        await Assert.ThrowsAsync<SeoAuditException>(() => _time.RunAsync(() => client.StartScanAsync(Request, Stop), step: 0.1));

        Assert.InRange((_time.GetUtcNow() - began).TotalSeconds, 20, 41);
        Assert.InRange(_desk.Posts, 4, 7);
    }

    private static HttpResponseMessage Lost(string loss) => loss switch
    {
        "reset" => ScanDesk.Reset(),
        "unreadable" => ScriptedHandler.Json("<html>"),
        "empty" => ScriptedHandler.Json(""),
        "no id" => ScriptedHandler.Json("""{"status":"pending"}"""),
        _ => ScanDesk.Status((HttpStatusCode)int.Parse(loss, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private Task<ScanOperation> StartAsync(ScanRequest? request = null)
    {
        ISeogentClient client = _desk.Client().Seogent;
        return _time.RunAsync(() => client.StartScanAsync(request ?? Request, Stop), step: 0.1);
    }
}
