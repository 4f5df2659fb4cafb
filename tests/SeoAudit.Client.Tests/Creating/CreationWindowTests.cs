using SeoAudit.Client.Creating;

namespace SeoAudit.Client.Tests.Creating;

public sealed class CreationWindowTests
{
    private static readonly DateTimeOffset Sent = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, -301)]
    [InlineData(0, -1)]
    [InlineData(3_600, 3_599)]
    [InlineData(-3_600, -3_601)]
    public void It_opens_a_second_before_the_request_by_the_clock_of_the_service(int? ahead, int opens) =>
        Assert.Equal(Sent.AddSeconds(opens), Window(ahead).Opens);

    [Theory]
    [InlineData(null, 0)]
    [InlineData(3_600, -3_600)]
    [InlineData(-3_600, 3_600)]
    public void A_moment_of_the_service_is_told_by_the_clock_here(int? ahead, int expected) =>
        Assert.Equal(Sent.AddSeconds(expected), Window(ahead).ToLocal(Sent));

    private static CreationWindow Window(int? ahead) => new(Sent, ahead is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
}
