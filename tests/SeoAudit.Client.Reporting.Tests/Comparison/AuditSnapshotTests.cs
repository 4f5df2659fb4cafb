using SeoAudit.Client.Reporting.Tests.Support;

namespace SeoAudit.Client.Reporting.Tests.Comparison;

public sealed class AuditSnapshotTests
{
    [Fact]
    public void A_page_keeps_what_a_comparison_needs()
    {
        var vitals = new CoreWebVitals { Cls = 0.2 };
        var audit = new PageAudit
        {
            Url = new Uri("https://example.com/"),
            Service = AuditService.MetricSpot,
            Score = 81.5,
            Grade = Grade.B,
            Checks = [Outcomes.Fails("Title", "major"), Outcomes.Passes("H1"), Outcomes.Fails("title", "minor")],
            CoreWebVitals = vitals,
        };

        PageSnapshot page = Assert.Single(Snapshots.Of(Outcomes.Of(audit)).Pages);

        Assert.Equal(audit.Url, page.Url);
        Assert.Equal(OutcomeStatus.Audited, page.Status);
        Assert.Equal(AuditService.MetricSpot, page.Service);
        Assert.Equal(81.5, page.Score);
        Assert.Equal(Grade.B, page.Grade);
        Assert.Same(vitals, page.CoreWebVitals);
        Assert.Null(page.Error);
        CheckId check = Assert.Single(page.FailedChecks);
        Assert.Equal(("Title", "Title", "major"), (check.Id, check.Name, check.Severity));
    }

    [Fact]
    public void A_check_is_told_by_its_machine_name_and_shown_by_its_name()
    {
        var check = new PageCheck { Key = "canonical", Name = "Canonical link", Status = CheckStatus.Failed };

        CheckId id = Assert.Single(Snapshots.Of(Outcomes.Audited("https://example.com/", 50, 0, check)).Pages[0].FailedChecks);

        Assert.Equal(("canonical", "Canonical link"), (id.Id, id.Name));
    }

    [Fact]
    public void A_page_without_an_audit_keeps_its_error()
    {
        AuditSnapshot snapshot = Snapshots.Of(
            Outcomes.Failed("https://example.com/a", "It broke."), Outcomes.NotAttempted("https://example.com/b", Outcomes.AuditedAt));

        Assert.Equal((OutcomeStatus.Failed, "It broke.", null), (snapshot.Pages[0].Status, snapshot.Pages[0].Error, snapshot.Pages[0].Score));
        Assert.Equal(OutcomeStatus.NotAttempted, snapshot.Pages[1].Status);
        Assert.Empty(snapshot.Pages[1].FailedChecks);
    }

    [Fact]
    public void Of_several_outcomes_of_a_URL_the_last_counts_in_the_place_of_the_first()
    {
        AuditSnapshot snapshot = Snapshots.Of(
            Outcomes.Audited("https://example.com/a", 10),
            Outcomes.Audited("https://example.com/b", 20),
            Outcomes.Audited("HTTPS://EXAMPLE.com:443/a#top", 30));

        Assert.Equal([30d, 20d], snapshot.Pages.Select(static page => page.Score ?? -1));
    }

    [Theory]
    [InlineData("https://example.com/a%7eb?x=%c3%a9", "https://EXAMPLE.com:443/a~b?x=%C3%A9#part")]
    [InlineData("https://example.com", "https://example.com/")]
    [InlineData("https://bücher.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://example.com/a/../b", "https://example.com/b")]
    [InlineData("http://[::1]:80/", "http://[0:0:0:0:0:0:0:1]/")]
    public void Spellings_of_one_address_are_one_page(string url, string spelling)
    {
        AuditSnapshot snapshot = Snapshots.Of(Outcomes.Audited(url, 10));

        Assert.True(snapshot.TryGetPage(new Uri(spelling), out PageSnapshot? page));
        Assert.Equal(10, page.Score);
    }

    [Theory]
    [InlineData("http://example.com/a")]
    [InlineData("https://example.com:8443/a")]
    [InlineData("https://example.com/A")]
    [InlineData("https://example.com/a/")]
    [InlineData("https://example.com/a?")]
    [InlineData("https://example.com/a%2Fb")]
    [InlineData("https://user@example.com/a")]
    public void Another_address_is_another_page(string url)
    {
        AuditSnapshot snapshot = Snapshots.Of(Outcomes.Audited("https://example.com/a", 10), Outcomes.Audited("https://example.com/a/b", 10));

        Assert.False(snapshot.TryGetPage(new Uri(url), out PageSnapshot? page));
        Assert.Null(page);
    }

    [Fact]
    public void What_is_no_web_address_is_a_page_by_its_text()
    {
        var relative = new Uri("not a url", UriKind.Relative);
        AuditSnapshot snapshot = Snapshots.Of(PageAuditOutcome.Failed(relative, new SeoAuditException("It is no URL.")), Outcomes.Failed("mailto:a@b.example"));

        Assert.True(snapshot.TryGetPage(relative, out _));
        Assert.True(snapshot.TryGetPage(new Uri("mailto:a@b.example"), out _));
        Assert.Equal(2, AuditComparison.Between(snapshot, snapshot, new ComparisonOptions { IgnoreHost = true }).Unchanged);
    }

    [Fact]
    public void A_score_that_is_no_number_counts_as_zero() =>
        Assert.Equal(0, Snapshots.Of(Outcomes.Audited("https://example.com/", double.NaN)).Pages[0].Score);

    [Fact]
    public void A_check_is_one_object_however_many_pages_fail_it()
    {
        AuditSnapshot snapshot = Snapshots.Of([.. Enumerable.Range(0, 50).Select(static i => Outcomes.Audited(
            $"https://example.com/{i}", 50, i, [.. Enumerable.Range(0, 20).Select(static n => Outcomes.Fails(string.Concat("Check ", n.ToString(System.Globalization.CultureInfo.InvariantCulture))))]))]);

        Assert.Equal(20, snapshot.Pages.SelectMany(static page => page.FailedChecks).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void A_snapshot_stays_as_it_was_when_the_builder_goes_on()
    {
        var builder = new AuditSnapshotBuilder();
        builder.Add(Outcomes.Audited("https://example.com/a", 10));
        AuditSnapshot first = builder.Build();
        builder.Add(Outcomes.Audited("https://example.com/a", 20));
        builder.Add(Outcomes.Audited("https://example.com/b", 30));

        Assert.Equal(10, Assert.Single(first.Pages).Score);
        Assert.False(first.TryGetPage(new Uri("https://example.com/b"), out _));
        Assert.Equal(2, builder.Build().Pages.Count);
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end()
    {
        AuditSnapshot snapshot = await AuditSnapshot.FromAsync(
            Outcomes.Stream(Outcomes.Audited("https://example.com/a", 10), Outcomes.Failed("https://example.com/b")), TestContext.Current.CancellationToken);

        Assert.Equal(["https://example.com/a", "https://example.com/b"], Snapshots.UrlsOf(snapshot.Pages));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AuditSnapshot.FromAsync(Endless(cancellation), cancellation.Token));
    }

    [Fact]
    public async Task Nothing_is_read_once_it_is_cancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AuditSnapshot.FromAsync(Outcomes.Stream(Outcomes.Failed("https://example.com/")), new CancellationToken(canceled: true)));
    }

    // Takes no token, as a stream may.
    private static async IAsyncEnumerable<PageAuditOutcome> Endless(CancellationTokenSource cancellation)
    {
        for (int i = 0; ; i++)
        {
            await Task.Yield();
            if (i == 3)
            {
                await cancellation.CancelAsync();
            }

            yield return Outcomes.Audited($"https://example.com/{i}", 50, i);
        }
    }
}
