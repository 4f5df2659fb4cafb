using System.Net;
using System.Text;

namespace SeoAudit.Client.Tests.Faults;

/// <summary>Where a fault happens: to which endpoint, and when.</summary>
internal sealed record FaultScene(MatrixEndpoint Endpoint, FaultClock Clock)
{
    public byte[] Good => Encoding.UTF8.GetBytes(Endpoint.Good);

    public HttpResponseMessage Answer() => Answer(HttpStatusCode.OK, Good);

    public HttpResponseMessage Answer(HttpStatusCode status, string body, string? contentType = "application/json") =>
        Answer(status, Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>A body of the endpoint's own media type unless another is named.</summary>
    public HttpResponseMessage Answer(HttpStatusCode status, byte[] body, string? contentType = null) =>
        new(status) { Content = FaultBody.Of(body, contentType ?? Endpoint.MediaType) };

    public HttpResponseMessage Answer(Func<int, CancellationToken, Task<ReadOnlyMemory<byte>>> pieces) =>
        new() { Content = new FaultBody(new FaultStream(pieces), Endpoint.MediaType) };
}
