using System.Net;
using System.Net.Sockets;
using BulkAuditApi.Tests.Support;

namespace BulkAuditApi.Tests;

/// <summary>Who may look at Hangfire's dashboard.</summary>
public sealed class WorkerPagesTests(ScriptedApi scripted)
{
    // Another address of this machine: for the app, somebody else's.
    private static readonly IPAddress Elsewhere = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task Who_is_on_this_machine_sees_the_jobs_and_can_change_nothing()
    {
        string id = await scripted.Client.SubmitAsync(ScriptedApi.Page());
        await scripted.Client.WaitForJobAsync(id);
        using HttpResponseMessage response = await scripted.Client.GetAsync("/hangfire/jobs/succeeded", TestContext.Current.CancellationToken);
        string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(id.Replace("-", string.Empty, StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-url=\"/hangfire/jobs/succeeded/requeue\"", page, StringComparison.Ordinal);
        using HttpResponseMessage change = await scripted.Client.PostAsync("/hangfire/jobs/succeeded/requeue", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, change.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_a_proxy_on_this_machine_passes_on_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire");
        request.Headers.Add(header, value);
        using HttpResponseMessage response = await scripted.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/jobs/succeeded")]
    [InlineData("/hangfire/stats")]
    public async Task Others_are_refused_unless_the_app_is_told_to_let_them_in(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has further addresses on loopback by itself.");
        using HttpClient other = FromElsewhere(scripted.Api.Address);
        using HttpResponseMessage refused = await other.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using HttpResponseMessage allowed = await other.GetAsync("/health", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task An_app_that_is_told_to_lets_others_in()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has further addresses on loopback by itself.");
        await using RunningApi api = await RunningApi.StartAsync([.. scripted.Service.Settings(), "Dashboard:AllowRemote=true"]);
        using HttpClient other = FromElsewhere(api.Address);
        using HttpResponseMessage response = await other.GetAsync("/hangfire", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static HttpClient FromElsewhere(Uri api) => new(new SocketsHttpHandler
    {
        ConnectCallback = static async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(Elsewhere, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = api,
    };
}
