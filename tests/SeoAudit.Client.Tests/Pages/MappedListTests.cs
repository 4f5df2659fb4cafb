using SeoAudit.Client.Pages;

namespace SeoAudit.Client.Tests.Pages;

public sealed class MappedListTests
{
    [Fact]
    public void Nothing_is_mapped_before_it_is_looked_at_and_then_once()
    {
        var calls = 0;
        var list = new MappedList<int?, string>([1, null, 2], number => $"{number}-{++calls}");
        Assert.Equal(0, calls);

        Assert.Equal(2, list.Count);
        Assert.Equal(["1-1", "2-2"], list, StringComparer.Ordinal);
        Assert.Equal("2-2", list[1]);
        Assert.Same(list[0], list[0]);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void All_who_look_at_the_same_time_see_the_same_objects()
    {
        var list = new MappedList<int, object>([1, 2], _ => new object());
        var seen = new object[100];

        Parallel.For(0, seen.Length, index => seen[index] = list[1]);

        Assert.All(seen, item => Assert.Same(list[1], item));
    }
}
