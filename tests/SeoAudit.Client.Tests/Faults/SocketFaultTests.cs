using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>The faults of connections once more, on real sockets: the same rules hold, and no connection is left open.</summary>
public sealed class SocketFaultTests
{
    private readonly SocketCaller _caller = new();

    public static TheoryData<string> Faults => [.. SocketFaults.Answers.Keys];

    private static IReadOnlyList<MatrixEndpoint> Endpoints => SocketCaller.Endpoints;

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_on_the_wire_ends_as_in_the_table(string name)
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            Cell expected = Rule(name, endpoint);
            await using var server = new FaultServer(endpoint, (socket, called) => SocketFaults.Answers[name](_caller, socket, called));

            Exception? thrown = await _caller.CallAsync(endpoint, server.Address);

            Check(endpoint, expected, thrown);
            Assert.Equal((endpoint, expected.Attempts * Sendings(name, endpoint)), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Theory]
    [InlineData(SocketFaults.Moved, false)]
    [InlineData(SocketFaults.MovedElsewhere, true)]
    public async Task A_redirect_is_followed_by_plain_downloads_only(string name, bool toAnother)
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var other = new FaultServer(endpoint, SocketFaults.SendGoodAsync);
            var asked = 0;
            await using var server = new FaultServer(endpoint, (socket, called) => asked++ > 0
                ? SocketFaults.SendGoodAsync(socket, called)
                : SocketFaults.SendAsync(socket, $"HTTP/1.1 {name[..3]} Elsewhere\r\nLocation: {(toAnother ? other.Address : "/elsewhere")}\r\nContent-Length: 0\r\n\r\n"));

            Exception? thrown = await _caller.CallAsync(endpoint, server.Address);

            bool isFollowed = endpoint.Column == EndpointColumn.Download;
            Cell expected = isFollowed ? Cell.Succeeds : Rule(name, endpoint);
            Check(endpoint, expected, thrown);
            Assert.Equal(isFollowed && toAnother ? 1 : 0, other.Attempts);
            Assert.Equal(isFollowed && !toAnother ? 2 : 1, server.Attempts);
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Fact]
    public async Task Interim_answers_are_passed_over()
    {
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var server = new FaultServer(endpoint, static async (socket, called) =>
            {
                await SocketFaults.SendAsync(socket, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
                return await SocketFaults.SendGoodAsync(socket, called);
            });

            Assert.Null(await _caller.CallAsync(endpoint, server.Address));

            Assert.Equal((endpoint, 1), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Fact]
    public async Task Nobody_listening_is_a_refusal()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = new Uri($"http://{free.LocalEndpoint}/");
        free.Stop();
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            Check(endpoint, Rule(SocketFaults.Refused, endpoint), await _caller.CallAsync(endpoint, address));
        }
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        foreach (MatrixEndpoint endpoint in Endpoints)
        {
            await using var server = new FaultServer(endpoint, SocketFaults.SendGoodAsync, certificate);

            Exception? thrown = await _caller.CallAsync(endpoint, server.Address);

            Check(endpoint, Rule(SocketFaults.Distrusted, endpoint), thrown);
            Assert.Equal((endpoint, 1), (endpoint, server.Attempts));
            Assert.Equal((endpoint, 0), (endpoint, await server.LeftOpenAsync()));
        }
    }

    [Fact]
    public void What_is_played_here_is_of_the_table_and_on_endpoints_of_every_column()
    {
        Assert.Subset(
            FaultMatrix.Faults.Select(static fault => fault.Name).ToHashSet(StringComparer.Ordinal), SocketFaults.Played.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<EndpointColumn>(), Endpoints.Select(static endpoint => endpoint.Column).Distinct().Order());
    }

    // A request without a body that is met by the end of the connection and nothing else is sent three times more by the platform.
    private static int Sendings(string name, MatrixEndpoint endpoint) =>
        name == "closed before headers" && endpoint.Column <= EndpointColumn.Download ? 4 : 1;

    private static Cell Rule(string name, MatrixEndpoint endpoint) => FaultRules.For(FaultMatrix.Faults.Single(fault => fault.Name == name), endpoint);

    private static void Check(MatrixEndpoint endpoint, Cell expected, Exception? thrown)
    {
        Assert.True(
            (expected.Thrown, expected.IsTransient) == (thrown?.GetType(), (thrown as SeoAuditException)?.IsTransient ?? false),
            $"{endpoint}: {expected}, but {thrown}");
        Assert.Equal((endpoint, expected.Attempts), (endpoint, (thrown as SeoAuditException)?.Attempts ?? expected.Attempts));
    }
}
