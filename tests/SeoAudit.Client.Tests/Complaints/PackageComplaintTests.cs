using System.Reflection;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;
using SeoAudit.Client.Tests.Conventions;
using SeoAudit.Client.Tests.Seogent;
using SeoAudit.Client.Tests.Support;
using SeoAudit.Tests.Shared;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>Complaints of what a package is like to live with: to register, to fake, to depend on, to trim.</summary>
public sealed class PackageComplaintTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string[] Packages { get; } =
    [
        .. XDocument.Load(Path.Combine(RepositoryRoot.Path, "src", "SeoAudit.Client", "SeoAudit.Client.csproj"))
            .Descendants("PackageReference").Select(static package => package.Attribute("Include")!.Value),
    ];

    [Fact]
    [Trait(ComplaintListTests.Thread, "octokit/octokit.net#2463")]
    public async Task The_first_item_of_a_list_costs_one_page()
    {
        using var handler = new ScriptedHandler(static _ => ScriptedHandler.Json(SeogentSamples.List));

        await foreach (ScanListItem scan in TestClient.Create(handler).Seogent.ListScansAsync(prefetch: false, Stop))
        {
            Assert.Equal(SeogentSamples.Id, scan.ScanId);
            break;
        }

        Assert.Single(handler.Requests);
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "stripe/stripe-dotnet#1882")]
    public async Task One_line_registers_everything()
    {
        await using ServiceProvider provider = new ServiceCollection().AddSeoAudit().Services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<ISeoAuditClient>().Seogent, provider.GetRequiredService<ISeogentClient>());
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "stripe/stripe-dotnet#285")]
    public async Task A_client_can_be_faked_and_whatever_it_answers_can_be_made()
    {
        var client = new FakeSeoPeek();

        Assert.Equal(91, (await client.AuditAsync(new Uri("https://example.com/"), Stop)).Score);
        Assert.All(
            ClientAssembly.PublicTypes.Where(static type => type.IsAssignableTo(typeof(ServiceResult)) && !type.IsAbstract),
            static type => Assert.NotNull(type.GetConstructor(Type.EmptyTypes)));
    }

    [Fact]
    [Trait(ComplaintListTests.Thread, "reactiveui/refit#2121")]
    public void The_assembly_is_made_to_be_trimmed_and_reads_no_JSON_by_reflection()
    {
        Assert.Contains(
            ClientAssembly.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), static data => data is { Key: "IsTrimmable", Value: "True" });
        using var code = new AssemblyCode(ClientAssembly.Assembly.Location);
        Assert.DoesNotContain(code.References, static reference => reference.To.EndsWith(".DefaultJsonTypeInfoResolver", StringComparison.Ordinal));
        Assert.DoesNotContain("Refit.Reflection", Packages, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    [Trait(ComplaintListTests.Thread, "dotnet/runtime#46015")]
    public void The_package_brings_no_version_of_what_reads_JSON_along(string target)
    {
        IReadOnlyList<string> dragged = PackageTail.Of(target);

        Assert.Contains("Microsoft.Extensions.Options", dragged, StringComparer.Ordinal);
        Assert.DoesNotContain(dragged, static package => package is "System.Text.Json" or "System.Text.Encodings.Web" or "Newtonsoft.Json" or "System.Net.Http");
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    [Trait(ComplaintListTests.Thread, "dotnet/extensions#4937")]
    public void Every_package_that_is_dragged_in_is_a_known_one(string target) => PackageTail.Check(target);

    [Fact]
    [Trait(ComplaintListTests.Thread, "resend/resend-dotnet#39")]
    public async Task A_singleton_that_holds_the_client_sees_settings_that_change()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Seogent:ApiToken"] = "sk_old", ["Seogent:MaxRetries"] = "0" }).Build();
        using var handler = new ScriptedHandler(static request =>
            request.Headers.Authorization!.Parameter == "sk_old" ? ScriptedHandler.Json("{}", System.Net.HttpStatusCode.ServiceUnavailable) : Answers.For(request));
        var services = new ServiceCollection();
        services.AddSeoAudit(configuration).On(handler);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        var held = provider.GetRequiredService<ISeoAuditClient>();

        await Assert.ThrowsAsync<SeoAuditException>(() => held.Seogent.GetCreditsAsync(Stop));
        configuration["Seogent:ApiToken"] = "sk_new";
        configuration.Reload();

        Assert.Equal(500, (await held.Seogent.GetCreditsAsync(Stop)).Balance);
        Assert.Equal(2, handler.Requests.Count);
    }

    private sealed class FakeSeoPeek : ISeoPeekClient
    {
        public Task<SeoPeekAudit> AuditAsync(Uri url, CancellationToken cancellationToken = default) =>
            Task.FromResult(new SeoPeekAudit { Url = url.AbsoluteUri, Score = 91 });

        public Task<SeoPeekApiKey> CreateKeyAsync(string email, CancellationToken cancellationToken = default) =>
            Task.FromException<SeoPeekApiKey>(new SeoAuditOutcomeUnknownException("Made up."));

        public Task<SeoPeekHealth> GetHealthAsync(CancellationToken cancellationToken = default) => Task.FromResult(new SeoPeekHealth { Status = "ok" });
    }
}
