using System.Reflection;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Tests.Security;

/// <summary>The address of a webhook holds a secret in its query, and is told without it.</summary>
public sealed class WebhookAddressTests
{
    private const string Address = "https://example.com/hooks/seogent?secret=5F1E0123";

    public static TheoryData<object> Holders =>
    [
        ScanRequest.ForDomain("example.com", maxPages: 5) with { WebhookUrl = new Uri(Address) },
        new CreatedScan { ScanId = "1", WebhookUrl = Address },
    ];

    [Theory]
    [MemberData(nameof(Holders), DisableDiscoveryEnumeration = true)]
    public void Printed_it_has_no_query(object holder)
    {
        Assert.Contains("WebhookUrl = https://example.com/hooks/seogent?***", $"{holder}", StringComparison.Ordinal);
        Assert.DoesNotContain("5F1E0123", $"{holder}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Holders), DisableDiscoveryEnumeration = true)]
    public void All_other_members_are_printed(object holder)
    {
        string printed = $"{holder}";

        Assert.All(
            holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance),
            member => Assert.Contains($"{member.Name} = ", printed, StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_without_a_query_is_printed_whole() =>
        Assert.Contains("WebhookUrl = https://example.com/hooks,", $"{new ScanRequest { WebhookUrl = new Uri("https://example.com/hooks") }}", StringComparison.Ordinal);

    [Fact]
    public void No_address_is_none() => Assert.Contains("WebhookUrl = ,", $"{new ScanRequest()}", StringComparison.Ordinal);
}
