using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace SeoAudit.Client.AspNetCore.Webhooks;

[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class WebhookJsonContext : JsonSerializerContext;
