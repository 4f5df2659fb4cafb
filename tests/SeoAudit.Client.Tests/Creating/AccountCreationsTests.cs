using System.Globalization;
using SeoAudit.Client.Creating;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Creating;

public sealed class AccountCreationsTests
{
    private static readonly DateTimeOffset Sent = new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ended = Sent.AddSeconds(30);

    private readonly AccountCreations _creations = new();

    [Fact]
    public void An_id_belongs_to_one_call()
    {
        Assert.False(_creations.IsClaimed("1"));
        Assert.True(_creations.TryClaim("1"));
        Assert.False(_creations.TryClaim("1"));
        Assert.True(_creations.IsClaimed("1"));
        Assert.False(_creations.IsClaimed("2"));
    }

    [Fact]
    public void Of_ten_thousand_ids_none_is_forgotten_and_of_more_the_oldest()
    {
        for (var id = 0; id < 10_000; id++)
        {
            Assert.True(_creations.TryClaim(id.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.True(_creations.IsClaimed("0"));
        Assert.True(_creations.TryClaim("another"));

        Assert.False(_creations.IsClaimed("0"));
        Assert.True(_creations.IsClaimed("1"));
    }

    [Fact]
    public void Of_a_thousand_lost_calls_none_is_forgotten_and_of_more_the_oldest()
    {
        Remember(target: "0", canBe: static row => row is 0);
        Remember(target: "1", canBe: static row => row is 1);
        for (var lost = 2; lost < 1_000; lost++)
        {
            Remember();
        }

        Assert.True(MayBeAnother(row: 0));
        Remember();

        Assert.False(MayBeAnother(row: 0));
        Assert.True(MayBeAnother(row: 1));
    }

    [Fact]
    public void What_a_call_is_no_longer_missing_is_not_held_for_it()
    {
        LostCreation lost = Remember(target: "other");
        Assert.True(MayBeAnother());

        _creations.Forget(lost);

        Assert.False(MayBeAnother());
    }

    [Theory]
    [InlineData(-3_001, false)]
    [InlineData(-3_000, true)]
    [InlineData(0, true)]
    [InlineData(90_000, true)]
    [InlineData(90_001, false)]
    public void A_lost_call_may_have_created_what_came_from_three_seconds_before_it_to_a_minute_after(int milliseconds, bool may)
    {
        Remember(target: "other");

        Assert.Equal(may, MayBeAnother(createdAt: Sent.AddMilliseconds(milliseconds)));
    }

    [Fact]
    public void Two_calls_for_the_same_share_what_comes_of_it()
    {
        Remember(target: "own");

        Assert.False(MayBeAnother());
    }

    [Fact]
    public void What_does_not_fit_a_lost_call_is_not_its()
    {
        Remember(target: "other", canBe: static _ => false);

        Assert.False(MayBeAnother());
    }

    [Fact]
    public void Clients_of_an_account_share_it_and_others_do_not()
    {
        AccountCreations one = AccountCreations.Of(SeogentProfile.Instance, Options("a"));

        Assert.Same(one, AccountCreations.Of(SeogentProfile.Instance, Options("a")));
        Assert.NotSame(one, AccountCreations.Of(SeogentProfile.Instance, Options("b")));
        Assert.NotSame(one, AccountCreations.Of(MetricSpotProfile.Instance, Options("a")));
        Assert.NotSame(one, AccountCreations.Of(SeogentProfile.Instance, Options("a", "https://localhost:2/")));
    }

    private static SeogentOptions Options(string token, string address = "https://localhost:1/") =>
        new() { ApiToken = "account creations " + token, BaseAddress = new Uri(address) };

    private LostCreation Remember(string target = "third", Func<object, bool>? canBe = null)
    {
        var lost = new LostCreation(canBe ?? (static row => row is "row"), target, Sent, sentTimestamp: 0) { EndedAt = Ended };
        _creations.Remember(lost);
        return lost;
    }

    private bool MayBeAnother(object? row = null, DateTimeOffset? createdAt = null) =>
        _creations.MayBeAnother(new LostCreation(static _ => true, "own", Sent, sentTimestamp: 0) { EndedAt = Ended }, row ?? "row", createdAt ?? Ended);
}
