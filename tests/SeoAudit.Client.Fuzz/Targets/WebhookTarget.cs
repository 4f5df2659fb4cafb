using SeoAudit.Client.Fuzz.Mutations;
using SeoAudit.Client.Seogent;

namespace SeoAudit.Client.Fuzz.Targets;

/// <summary>The body of a webhook, which anybody may post. Read as a whole and in pieces, it names the same scan or is refused for the same reason.</summary>
internal sealed class WebhookTarget() : FuzzTarget("webhook", nameof(ScanResults), new JsonGrammar())
{
    public override async Task<object?> ReadAsync(byte[] input)
    {
        string streamed;
        try
        {
            streamed = await SeogentWebhook.ReadScanIdAsync(new PieceStream(input, 7));
        }
        catch (SeoAuditWebhookException refusal)
        {
            var whole = Refusal(input);
            BrokenPromiseException.ThrowIf(whole?.Message != refusal.Message, $"Refused in pieces only: {refusal.Message}");
            throw;
        }

        SeogentWebhook webhook = SeogentWebhook.Parse(input);
        BrokenPromiseException.ThrowIf(webhook.ScanId != streamed, "Two readings name two scans.");
        BrokenPromiseException.ThrowIf(webhook.ScanId != webhook.Claims.ScanId, "The claims are of another scan.");
        return webhook;
    }

    public override bool IsDocumented(Exception exception) => exception is SeoAuditWebhookException;

    private static SeoAuditWebhookException? Refusal(byte[] input)
    {
        try
        {
            SeogentWebhook.Parse(input);
            return null;
        }
        catch (SeoAuditWebhookException refusal)
        {
            return refusal;
        }
    }
}
