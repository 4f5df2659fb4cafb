namespace SeoAudit.Client.Webhooks;

/// <summary>Words what is wrong with the body of a webhook. Nothing of the body is repeated: it is anybody's.</summary>
internal static class WebhookFault
{
    public static SeoAuditWebhookException Create(string fault, Exception? cause = null) =>
        new($"The body of the webhook {fault}.", cause) { Service = AuditService.Seogent };

    public static SeoAuditWebhookException TooLong(long maxLength) =>
        new($"The body of the webhook is longer than {maxLength} bytes.") { Service = AuditService.Seogent, IsTooLong = true };
}
