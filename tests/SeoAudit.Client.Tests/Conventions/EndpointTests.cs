using System.Reflection;
using System.Text.Json.Serialization;
using SeoAudit.Client.Http;
using SeoAudit.Client.MetricSpot;
using SeoAudit.Client.Seogent;
using SeoAudit.Client.SeoPeek;

namespace SeoAudit.Client.Tests.Conventions;

public sealed class EndpointTests
{
    private static readonly Dictionary<string, string> ClientNames = new(StringComparer.Ordinal)
    {
        ["ISeogentApi.CreateScanAsync"] = "StartScanAsync",
        ["ISeogentApi.GetScanAsync"] = "GetScanStateAsync",
        ["IMetricSpotApi.CreateAuditAsync"] = "QueueAuditAsync",
        ["IMetricSpotApi.CreatePdfAsync"] = "QueuePdfAsync",
    };

    // Made of other endpoints, or calling nothing.
    private static readonly string[] OnlyInClient =
        ["GetScan", "GetReportAsync", "GetPagesAsync", "GetAuditOperation", "GetPdfOperation"];

    public static TheoryData<Type, Type> Services => new()
    {
        { typeof(ISeoPeekApi), typeof(ISeoPeekClient) },
        { typeof(ISeogentApi), typeof(ISeogentClient) },
        { typeof(IMetricSpotApi), typeof(IMetricSpotClient) },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void Wire_methods_are_endpoints_of_the_profile_and_the_other_way_round(Type api, Type client)
    {
        Assert.NotNull(client);
        Assert.Equal(Names(api).Order(StringComparer.Ordinal), Profile(api).Endpoints.Select(static endpoint => endpoint.Method).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Wire_methods_have_a_client_method_and_the_other_way_round(Type api, Type client)
    {
        IEnumerable<string> expected = Names(api).Select(name => ClientNames.GetValueOrDefault($"{api.Name}.{name}", name));

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Names(client).Except(OnlyInClient, StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Bodies_and_all_that_they_hold_are_in_the_json_context(Type api, Type client)
    {
        Assert.NotNull(client);
        JsonSerializerContext context = Context(api);
        var seen = new HashSet<Type>();
        foreach (MethodInfo method in api.GetMethods())
        {
            Visit(method.ReturnType);
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                Visit(parameter.ParameterType);
            }
        }

        Assert.True(seen.Count > 2);
        Assert.DoesNotContain(seen, type => context.GetTypeInfo(type) is null);

        void Visit(Type type)
        {
            foreach (Type named in ClientAssembly.Named(type))
            {
                bool hasConverter = named.GetCustomAttribute<JsonConverterAttribute>() is not null;
                if (!seen.Add(named) || hasConverter)
                {
                    continue;
                }

                foreach (PropertyInfo property in named.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(static property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null
                        && property.GetCustomAttribute<JsonConverterAttribute>() is null))
                {
                    Visit(property.PropertyType);
                }
            }
        }
    }

    [Fact]
    public void What_creates_something_is_never_sent_twice()
    {
        foreach (Type api in new[] { typeof(ISeoPeekApi), typeof(ISeogentApi), typeof(IMetricSpotApi) })
        {
            Assert.All(api.GetMethods(), method => Assert.Equal(
                method.GetCustomAttribute<Refit.GetAttribute>() is null,
                Profile(api).Endpoint(method.Name).Kind == EndpointKind.Write));
        }
    }

    private static IEnumerable<string> Names(Type type) => type.GetMethods().Select(static method => method.Name).Distinct(StringComparer.Ordinal);

    private static ServiceProfile Profile(Type api) => api.Name switch
    {
        nameof(ISeoPeekApi) => SeoPeekProfile.Instance,
        nameof(ISeogentApi) => SeogentProfile.Instance,
        _ => MetricSpotProfile.Instance,
    };

    private static JsonSerializerContext Context(Type api) => api.Name switch
    {
        nameof(ISeoPeekApi) => SeoPeekJsonContext.Default,
        nameof(ISeogentApi) => SeogentJsonContext.Default,
        _ => MetricSpotJsonContext.Default,
    };
}
