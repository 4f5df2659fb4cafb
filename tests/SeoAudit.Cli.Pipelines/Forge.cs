using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SeoAudit.Cli.Pipelines;

/// <summary>The comments of pull request 7, as the interfaces of GitHub and GitLab have them, on loopback.</summary>
internal sealed class Forge : IAsyncDisposable
{
    public const string Token = "made-up-token-of-the-job";
    public const int Number = 7;
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>The lists have 100 entries a page, and the comment is on the second one.</summary>
    private const int EarlierComments = 120;

    private const long Self = 41;

    private readonly WebApplication _app;

    private Forge(WebApplication app)
    {
        _app = app;

        // Somebody quotes the report: that comment is not the pipeline's.
        Comments.Add(Comment("somebody", 42, "<!-- seoaudit-report -->\nlook at this"));
        for (var index = 1; index < EarlierComments; index++)
        {
            Comments.Add(Comment("github-actions[bot]", Self, "Another job says \"hello\" \\ <b>"));
        }
    }

    public string Address => _app.Urls.Single();

    public List<JsonObject> Comments { get; } = [];

    /// <summary>The comments that came since the beginning.</summary>
    public IReadOnlyList<string> Written => [.. Comments.Skip(EarlierComments).Select(static comment => (string)comment["body"]!)];

    /// <summary>How often one was changed.</summary>
    public int Updates { get; private set; }

    public static async Task<Forge> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var forge = new Forge(app);
        app.Run(forge.AnswerAsync);
        await app.StartAsync();
        return forge;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool isGitLab = request.Path.StartsWithSegments("/gitlab", StringComparison.Ordinal);
        string? token = isGitLab ? request.Headers["PRIVATE-TOKEN"] : request.Headers.Authorization;
        if (token != (isGitLab ? Token : $"Bearer {Token}"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        string list = isGitLab ? $"/gitlab/projects/3/merge_requests/{Number}/notes" : $"/github/repos/owner/site/issues/{Number}/comments";
        string item = isGitLab ? list : "/github/repos/owner/site/issues/comments";
        string path = request.Path.Value!;
        JsonNode? answer = null;
        if (request.Method == "GET" && path == list)
        {
            int page = int.Parse(request.Query["page"]!, System.Globalization.CultureInfo.InvariantCulture);
            answer = new JsonArray([.. Comments.Skip((page - 1) * 100).Take(100).Select(static comment => comment.DeepClone())]);
        }
        else if (request.Method == "GET" && path == "/gitlab/user")
        {
            answer = new JsonObject { ["id"] = Self };
        }
        else if (request.Method == "GET" && path == $"/github/repos/owner/site/commits/{Commit}/pulls")
        {
            answer = new JsonArray(new JsonObject { ["number"] = 6, ["state"] = "closed" }, new JsonObject { ["number"] = Number, ["state"] = "open" });
        }
        else if (request.Method == "POST" && path == list)
        {
            answer = Comment("github-actions[bot]", Self, await BodyAsync(request));
            Comments.Add((JsonObject)answer.DeepClone());
        }
        else if (request.Method == (isGitLab ? "PUT" : "PATCH") && Comments.Find(comment => path == $"{item}/{comment["id"]}") is { } changed)
        {
            Updates++;
            changed["body"] = await BodyAsync(request);
            answer = changed.DeepClone();
        }

        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await context.Response.WriteAsync(answer?.ToJsonString() ?? "{}");
    }

    private static async Task<string> BodyAsync(HttpRequest request)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(request.Body);
        return body.RootElement.GetProperty("body").GetString()!;
    }

    private JsonObject Comment(string login, long author, string body) => new()
    {
        ["id"] = 1_000_000 + Comments.Count,
        ["body"] = body,
        ["user"] = new JsonObject { ["login"] = login },
        ["author"] = new JsonObject { ["id"] = author },
    };
}
