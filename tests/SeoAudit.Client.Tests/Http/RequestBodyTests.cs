using Microsoft.Extensions.Time.Testing;
using SeoAudit.Client.Http;

namespace SeoAudit.Client.Tests.Http;

public sealed class RequestBodyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<Func<HttpContent, Task>> Ways => new()
    {
        static content => content.CopyToAsync(Stream.Null),
        static content => content.CopyToAsync(Stream.Null, CancellationToken.None),
        static content =>
        {
            content.CopyTo(Stream.Null, context: null, CancellationToken.None);
            return Task.CompletedTask;
        },
        static content => content.ReadAsStreamAsync(),
        static content => content.ReadAsStreamAsync(CancellationToken.None),
        static content => Task.FromResult(content.ReadAsStream(CancellationToken.None)),
    };

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public async Task Once_it_is_sent_whichever_way_it_cannot_be_withdrawn(Func<HttpContent, Task> send)
    {
        using var body = new RequestBody([1, 2, 3]);

        await send(body);

        Assert.False(body.TryWithdraw());
    }

    [Theory]
    [MemberData(nameof(Ways), DisableDiscoveryEnumeration = true)]
    public async Task Once_it_is_withdrawn_it_is_not_sent_whichever_way(Func<HttpContent, Task> send)
    {
        using var body = new RequestBody([1, 2, 3]);
        Assert.True(body.TryWithdraw());
        Assert.True(body.TryWithdraw());

        Exception fault = await Assert.ThrowsAnyAsync<Exception>(() => send(body));

        Assert.IsType<IOException>(fault is HttpRequestException wrapped ? wrapped.InnerException : fault);
    }

    [Fact]
    public async Task What_may_have_been_sent_is_told_by_the_body_and_by_an_answer()
    {
        using var body = new RequestBody([1]);
        using var request = new HttpRequestMessage { Content = body };
        var unsent = new CallWatch();
        unsent.End(request, TimeSpan.FromSeconds(2));
        Assert.False(unsent.WasSent);
        Assert.Equal(TimeSpan.FromSeconds(2), unsent.Elapsed);

        var answered = new CallWatch();
        using var answer = new HttpResponseMessage();
        answered.Observe(answer, new FakeTimeProvider(Now));
        answered.End(request, TimeSpan.Zero);
        Assert.True(answered.WasSent);
        Assert.Null(answered.ClockOffset);

        using var begun = new HttpRequestMessage { Content = new RequestBody([1]) };
        await begun.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        var sent = new CallWatch();
        sent.End(begun, TimeSpan.Zero);
        Assert.True(sent.WasSent);
    }

    [Fact]
    public void The_clock_of_the_service_is_told_by_its_last_answer()
    {
        var watch = new CallWatch();
        using var answer = new HttpResponseMessage();
        answer.Headers.Date = Now.AddHours(2);
        watch.Observe(answer, new FakeTimeProvider(Now));

        Assert.Equal(TimeSpan.FromHours(2), watch.ClockOffset);
    }
}
