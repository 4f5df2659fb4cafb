using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace BulkAuditApi.Tests.Support;

/// <summary>Calls as a client of the API makes them.</summary>
internal static class ApiCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, params IEnumerable<string> urls) =>
        client.PostAsJsonAsync(path, new { urls }, TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    public static async Task<JsonElement> BulkAsync(this HttpClient client, params IEnumerable<string> urls) =>
        await (await client.PostAsync("/api/audit/bulk", urls)).JsonAsync();

    public static async Task<string> SubmitAsync(this HttpClient client, params IEnumerable<string> urls) =>
        (await (await client.PostAsync("/api/audit/async", urls)).JsonAsync(HttpStatusCode.Accepted)).GetProperty("job_id").GetString()!;

    /// <summary>Polls as the guide says, until the job has the status.</summary>
    public static async Task<JsonElement> WaitForJobAsync(this HttpClient client, string id, string status = "completed")
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            using HttpResponseMessage response = await client.GetAsync($"/api/audit/jobs/{id}", patience.Token);
            JsonElement job = await response.JsonAsync();
            if (job.GetProperty("status").GetString() == status)
            {
                return job;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    public static string[] NamesOf(this JsonElement element) => [.. element.EnumerateObject().Select(static member => member.Name)];
}
