using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BulkAuditApi.Tests.Support;

/// <summary>Reads a job's events as an EventSource does.</summary>
internal static class EventReading
{
    public static async IAsyncEnumerable<SseItem<JsonElement>> EventsAsync(
        this HttpClient client, string jobId, string? lastEventId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/audit/jobs/{jobId}/outcomes");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        await using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (SseItem<JsonElement> item in SseParser.Create(body, static (_, data) => JsonElement.Parse(data)).EnumerateAsync(cancellationToken))
        {
            yield return item;
        }
    }
}
