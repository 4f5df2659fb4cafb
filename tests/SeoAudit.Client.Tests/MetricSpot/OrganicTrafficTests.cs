using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class OrganicTrafficTests : IDisposable
{
    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Theory]
    [InlineData("""{"connected":false}""", OrganicTrafficState.NotConnected)]
    [InlineData("{}", OrganicTrafficState.NotConnected)]
    [InlineData("""{"connected":false,"linked":null,"ga4":null,"gsc":null}""", OrganicTrafficState.NotConnected)]
    [InlineData("""{"connected":true,"linked":false}""", OrganicTrafficState.NotLinked)]
    [InlineData("""{"connected":true,"linked":true,"ga4":{},"gsc":{}}""", OrganicTrafficState.Available)]
    [InlineData("""{"connected":true,"ga4":{}}""", OrganicTrafficState.Available)]
    [InlineData("""{"ga4":{"sessions_28d":1}}""", OrganicTrafficState.Available)]
    public async Task There_are_three_states(string body, OrganicTrafficState state)
    {
        _stub.Service.Answer(body);
        Assert.Equal(state, (await _stub.MetricSpot.GetOrganicTrafficAsync("1")).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_shape_that_is_sent_today_is_read(bool refit)
    {
        _stub.Service.Answer(
            """
            {
              "connected": true,
              "linked": true,
              "ga4": { "sessions_28d": 1200, "daily_sessions": [40, 42.0, "38"], "top_pages": [{ "path": "/", "sessions": 700 }] },
              "gsc": {
                "top_queries": [{ "query": "seo é", "clicks": 12, "impressions": 340, "ctr": 0.035, "position": 4.2 }, { "query": "b", "clicks": 1, "impressions": 2 }],
                "indexing": { "pages_count_28d": 321 }
              }
            }
            """);

        OrganicTraffic traffic = refit
            ? await _stub.Get<IMetricSpotApi>().GetOrganicTrafficAsync("1")
            : await _stub.MetricSpot.GetOrganicTrafficAsync("1");

        Assert.Equal(1200, traffic.Ga4!.Sessions28Days);
        Assert.Equal([40, 42, 38], traffic.Ga4.DailySessions);
        Assert.Equal([("/", 700d)], traffic.Ga4.TopPages.Select(static page => (page.Path, page.Sessions)));
        Assert.Equal(
            [new SearchQuery { Query = "seo é", Clicks = 12, Impressions = 340, Ctr = 0.035, Position = 4.2 }, new SearchQuery { Query = "b", Clicks = 1, Impressions = 2 }],
            traffic.Gsc!.TopQueries);
        Assert.Equal(321, traffic.Gsc.IndexedPages);
    }

    [Fact]
    public async Task A_null_in_a_list_of_the_earlier_shape_is_left_out()
    {
        _stub.Service.Answer("""{"ga4":{"daily":[null,{"sessions":40}],"top_landing_pages":[null,{"sessions":7}]}}""");

        OrganicTraffic traffic = await _stub.MetricSpot.GetOrganicTrafficAsync("1");

        Assert.Equal([40], traffic.Ga4!.DailySessions);
        Assert.Equal(7, Assert.Single(traffic.Ga4.TopPages).Sessions);
    }

    [Fact]
    public async Task The_earlier_shape_is_read_too()
    {
        _stub.Service.Answer(
            """
            {
              "connected": true,
              "ga4": {
                "sessions_28d": null,
                "daily": [{ "date": "2026-05-01", "sessions": 40 }, { "date": "2026-05-02", "sessions": 42 }],
                "top_landing_pages": [{ "url": "https://example.com/", "sessions": 700 }]
              },
              "gsc": { "top_queries": null, "indexed_pages": 300 }
            }
            """);

        OrganicTraffic traffic = await _stub.MetricSpot.GetOrganicTrafficAsync("1");

        Assert.Null(traffic.Ga4!.Sessions28Days);
        Assert.Equal([40, 42], traffic.Ga4.DailySessions);
        Assert.Equal([("https://example.com/", 700d)], traffic.Ga4.TopPages.Select(static page => (page.Path, page.Sessions)));
        Assert.Empty(traffic.Gsc!.TopQueries);
        Assert.Equal(300, traffic.Gsc.IndexedPages);
    }

    [Fact]
    public async Task The_newer_names_win_and_missing_lists_are_empty()
    {
        _stub.Service.Answer(
            """
            {
              "connected": true,
              "ga4": { "daily_sessions": [1], "daily": [{ "sessions": 2 }] },
              "gsc": { "indexing": { "pages_count_28d": 1 }, "indexed_pages": 2 }
            }
            """);

        OrganicTraffic traffic = await _stub.MetricSpot.GetOrganicTrafficAsync("1");

        Assert.Equal([1], traffic.Ga4!.DailySessions);
        Assert.Empty(traffic.Ga4.TopPages);
        Assert.Equal(1, traffic.Gsc!.IndexedPages);
    }

    [Fact]
    public async Task Without_the_plan_it_is_refused()
    {
        _stub.Service.Answer("""{"error":"Forbidden","message":"Pro only."}""", status: 403);

        var exception = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => _stub.MetricSpot.GetOrganicTrafficAsync("1"));

        Assert.Equal("FORBIDDEN", exception.ErrorCode);
        Assert.Equal("Pro only.", exception.ServiceMessage);
    }
}
