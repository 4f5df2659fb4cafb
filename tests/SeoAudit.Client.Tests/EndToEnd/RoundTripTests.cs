using SeoAudit.Client.MetricSpot;
using SeoAudit.Emulator;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.EndToEnd;

public sealed class RoundTripTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_agrees_with_the_second_reading_of_its_contract()
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync();

        await RoundTrips.RunAsync(emulated.Client, emulated.Site.Address, Stop);
    }

    [Theory]
    [MemberData(nameof(PdfShapes))]
    public async Task A_pdf_is_downloaded_whatever_shape_its_answer_has(PdfResponseShape shape)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(emulate: settings => settings.MetricSpot.PdfResponseShape = shape);
        MetricSpotAuditOperation operation = await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Address, Stop);
        await operation.WaitForCompletionAsync(cancellationToken: Stop);

        PdfOperation pdf = await emulated.Client.MetricSpot.QueuePdfAsync(operation.Id, cancellationToken: Stop);
        await using Stream content = await pdf.WaitForCompletionAsync(cancellationToken: Stop);

        var start = new byte[5];
        await content.ReadExactlyAsync(start, Stop);
        Assert.Equal("%PDF-"u8.ToArray(), start);
    }

    public static TheoryData<PdfResponseShape> PdfShapes => [.. Enum.GetValues<PdfResponseShape>()];

    [Theory]
    [MemberData(nameof(Placements))]
    public async Task A_cooldown_is_found_wherever_it_stands(RetryAtPlacement placement)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(
            emulate: settings => settings.MetricSpot.RetryAtPlacement = placement);
        MetricSpotAuditOperation operation = await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Address, Stop);
        await operation.WaitForCompletionAsync(cancellationToken: Stop);

        var limited = await Assert.ThrowsAsync<SeoAuditRateLimitException>(
            () => emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Address, Stop));

        Assert.InRange(limited.RetryAfter!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.Equal("RATE_LIMITED", limited.ErrorCode);
    }

    public static TheoryData<RetryAtPlacement> Placements => [.. Enum.GetValues<RetryAtPlacement>()];

    [Theory]
    [InlineData(GoogleConnection.NotConnected, OrganicTrafficState.NotConnected)]
    [InlineData(GoogleConnection.NotLinked, OrganicTrafficState.NotLinked)]
    [InlineData(GoogleConnection.Linked, OrganicTrafficState.Available)]
    public async Task Organic_traffic_has_three_states(GoogleConnection connection, OrganicTrafficState expected)
    {
        await using EmulatedClient emulated = await EmulatedClient.StartAsync(emulate: settings => settings.MetricSpot.Google = connection);
        MetricSpotAuditOperation operation = await emulated.Client.MetricSpot.QueueAuditAsync(emulated.Site.Address, Stop);
        await operation.WaitForCompletionAsync(cancellationToken: Stop);

        OrganicTraffic traffic = await emulated.Client.MetricSpot.GetOrganicTrafficAsync(operation.Id, Stop);

        Assert.Equal(expected, traffic.State);
        Assert.Equal(expected == OrganicTrafficState.Available, traffic.Ga4?.DailySessions.Count > 0);
    }
}
