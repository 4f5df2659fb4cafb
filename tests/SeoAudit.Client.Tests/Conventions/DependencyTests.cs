namespace SeoAudit.Client.Tests.Conventions;

public sealed class DependencyTests
{
    private const string Root = "SeoAudit.Client.";

    [Theory]
    [InlineData("Http")]
    [InlineData("Json")]
    [InlineData("Pacing")]
    [InlineData("Validation")]
    [InlineData("Bulk")]
    [InlineData("Sitemaps")]
    [InlineData("Storage")]
    [InlineData("Caching")]
    [InlineData("SeoPeek")]
    [InlineData("Seogent")]
    [InlineData("MetricSpot")]
    public void A_folder_does_not_know_the_services_that_are_not_its_own(string folder)
    {
        using var code = new AssemblyCode(ClientAssembly.Assembly.Location);
        IEnumerable<string> faults = code.References
            .Where(reference => IsIn(reference.From, folder))
            .Where(reference => ClientAssembly.Services.Any(service => service != folder && IsIn(reference.To, service)))
            .Select(static reference => $"{reference.From} -> {reference.To}")
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("AuditOperation")]
    [InlineData("OperationWaiter")]
    [InlineData("PollSchedule")]
    [InlineData("WaitPlan")]
    [InlineData("AsyncPages")]
    [InlineData("CursorGuard")]
    public void Waiting_and_paging_know_no_service(string type)
    {
        using var code = new AssemblyCode(ClientAssembly.Assembly.Location);
        Reference[] own = [.. code.References.Where(reference => reference.From.Split('.')[^1].Split('`', '/')[0] == type)];

        Assert.NotEmpty(own);
        Assert.DoesNotContain(own, static reference => ClientAssembly.Services.Any(service => IsIn(reference.To, service)));
    }

    private static bool IsIn(string type, string folder) =>
        type.StartsWith($"{Root}{folder}.", StringComparison.Ordinal);
}
