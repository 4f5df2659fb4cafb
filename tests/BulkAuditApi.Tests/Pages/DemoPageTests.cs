using BulkAuditApi.Tests.Support;
using SeoAudit.Tests.Shared;

namespace BulkAuditApi.Tests.Pages;

/// <summary>The page of an app that was started without a setting.</summary>
public sealed class DemoPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_demo_pages_are_two_clicks_away()
    {
        await using RunningApi api = await RunningApi.StartAsync("Emulator:Delay=00:00:00.05");
        await using OpenPage open = await OpenPage.OpenAsync(chromium, api.Address);
        await open.WaitForAsync("#emulated", "Emulated: no account is used and nothing is paid for.");
        await open.Page.Locator("#demo").ClickAsync();
        await open.Page.Locator("#submit").ClickAsync();

        await open.WaitForAsync("#status", "completed");
        await open.WaitForAsync("#counts", "40 of 40 pages");
        await open.WaitForAsync("#errors", "0");
        await open.PictureAsync("demo");
        Assert.Empty(open.Complaints);
    }
}
