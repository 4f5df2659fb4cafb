using System.Text;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.MetricSpot;

public sealed class MetricSpotSecretTests
{
    private const string Key = TestClient.MetricSpotKey;
    private const int MaxLength = 4096;

    [Theory]
    [InlineData("""{"error":"{0}","message":"The key {0} is revoked."}""")]
    [InlineData("""{"error":"e","code":"{0}","errors":{"key":["{0} is wrong"]}}""")]
    [InlineData("""{"error":{"message":"{0}","code":"{0}"}}""")]
    [InlineData("<html>{0}</html>")]
    [InlineData("\"{0}\"")]
    public async Task A_key_that_the_service_echoes_is_nowhere_in_the_exception(string body)
    {
        foreach (int status in new[] { 200, 401, 422, 429, 500 })
        {
            using var stub = new StubbedClient();
            stub.Service.Answer(body.Replace("{0}", Key, StringComparison.Ordinal), status);

            var exception = await Assert.ThrowsAnyAsync<SeoAuditException>(() => stub.MetricSpot.GetAuditAsync("1"));

            string[] fields = [.. exception.FieldErrors.SelectMany(static field => field.Value)];
            string all = string.Join('\n', [exception.ToString(), exception.ResponseBody, exception.ErrorCode, exception.ServiceMessage, .. fields]);
            Assert.DoesNotContain(Key, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_across_the_cut_leaves_nothing_behind()
    {
        for (int offset = MaxLength - Key.Length; offset <= MaxLength; offset++)
        {
            AssertNoTrace(await BodyAsync(new string('x', offset) + Key + new string('y', 100)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(50)]
    public async Task A_key_across_the_end_of_what_is_read_leaves_nothing_behind(int echoes)
    {
        string start = string.Concat(Enumerable.Repeat(Key, echoes));
        for (int shown = 1; shown < Key.Length; shown++)
        {
            int filler = MaxLength + Key.Length - start.Length - shown;
            AssertNoTrace(await BodyAsync(start + new string('x', filler) + Key + new string('y', 100)));
        }
    }

    [Fact]
    public async Task A_long_body_is_cut()
    {
        string body = await BodyAsync(new string('é', 100_000));
        Assert.InRange(body.Length, 1, MaxLength);
        Assert.True(Encoding.UTF8.GetByteCount(body) <= MaxLength);
    }

    private static void AssertNoTrace(string body)
    {
        Assert.InRange(body.Length, 1, MaxLength);
        Assert.DoesNotContain(Key[..8], body, StringComparison.Ordinal);
    }

    private static async Task<string> BodyAsync(string sent)
    {
        using var handler = new ScriptedHandler(_ => ScriptedHandler.Json(sent, System.Net.HttpStatusCode.Unauthorized));
        ISeoAuditClient client = TestClient.Create(handler);
        var exception = await Assert.ThrowsAsync<SeoAuditAuthenticationException>(() => client.MetricSpot.GetAuditAsync("1"));
        return exception.ResponseBody!;
    }
}
