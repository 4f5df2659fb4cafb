using System.Text.Json;
using System.Text.Json.Serialization;
using BulkAuditApi.Audits;
using BulkAuditApi.Emulation;
using BulkAuditApi.Jobs;
using BulkAuditApi.Pages;
using BulkAuditApi.Storage;
using BulkAuditApi.Telemetry;
using BulkAuditApi.Validation;

WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

// Outlives the app, so that what is in flight when the app stops still gets its answer.
await using EmulatedServices emulated = await EmulatedServices.StartAsync(builder.Configuration);

// 200 URLs of the greatest length, however they are escaped, have room in it.
builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024);

builder.Services.AddStorage(builder.Configuration);
builder.Services.AddAudits(builder.Configuration, emulated.Address);
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddOpenApi(static api => api.AddDocumentTransformer(static (document, _, _) =>
{
    document.Info.Title = "Bulk SEO Audit API";
    document.Info.Description = "Audit hundreds of URLs concurrently.";
    return Task.CompletedTask;
}));
builder.Services.AddOutputCache();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ExceptionAnswers>();
builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
builder.Services.ConfigureHttpJsonOptions(static json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
});

// Requests and jobs drain side by side, so that neither waits for the other's share of the time.
builder.Services.Configure<HostOptions>(static host => host.ServicesStopConcurrently = true);

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseOutputCache();
app.MapPages(isEmulated: emulated.Address is not null);
app.MapHealthChecks("/health");
RouteGroupBuilder audits = app.MapGroup("/api/audit").WithTags("audit");
audits.MapBulkAudits();
audits.MapJobs();
await app.RunAsync();
