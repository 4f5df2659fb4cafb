using System.Reflection;
using System.Runtime.CompilerServices;

namespace SeoAudit.Client.Tests.Conventions;

public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_asynchronous_method_ends_with_an_optional_cancellation_token()
    {
        IEnumerable<string> faults = ClientAssembly.PublicTypes
            .SelectMany(static type => type.GetMethods(Declared))
            .Where(static method => IsAsynchronous(method.ReturnType) && !method.IsSpecialName && method.Name is not ("GetAsyncEnumerator" or "DisposeAsync" or "AsPages"))
            .Where(static method => method.GetParameters().LastOrDefault() is not { IsOptional: true } last || last.ParameterType != typeof(CancellationToken))
            .Select(static method => $"{method.DeclaringType}.{method.Name}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Pages_by_cursor_take_a_token_when_they_are_enumerated()
    {
        Assert.Contains(typeof(AsyncPages<>).GetMethods(Declared), static method =>
            method.Name == "GetAsyncEnumerator" && method.GetParameters() is [{ ParameterType: var type }] && type == typeof(CancellationToken));
        Assert.Equal(typeof(IAsyncEnumerable<>), typeof(AsyncPages<>).GetMethod("AsPages")!.ReturnType.GetGenericTypeDefinition());
    }

    [Fact]
    public void Models_are_sealed_records_that_are_only_set_when_they_are_made()
    {
        IEnumerable<string> faults = ClientAssembly.PublicTypes.Where(IsRecord).SelectMany(static type => Faults(type).Select(fault => $"{type}: {fault}"));

        Assert.Empty(faults);

        static IEnumerable<string> Faults(Type type)
        {
            if (!type.IsSealed && !type.IsAbstract)
            {
                yield return "not sealed";
            }

            foreach (PropertyInfo property in type.GetProperties(Declared).Where(static property => property.SetMethod is { IsPublic: true }))
            {
                if (!property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                {
                    yield return $"{property.Name} can be set later";
                }
            }
        }
    }

    [Fact]
    public void What_a_service_answers_is_a_record_or_an_open_value()
    {
        // Reckoned here from the answer, never read from the wire.
        Type[] ownVerdicts = [typeof(global::SeoAudit.Client.MetricSpot.OrganicTrafficState)];
        string[] suffixes = ["Options", "Plan", "Operation", "Client", "Api"];
        IEnumerable<Type> faults = ClientAssembly.PublicTypes.Except(ownVerdicts)
            .Where(static type => ClientAssembly.Services.Contains(type.Namespace?.Split('.')[^1], StringComparer.Ordinal))
            .Where(type => !suffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)))
            .Where(static type => !IsRecord(type) && !IsRecordStruct(type));

        Assert.Empty(faults);
    }

    [Fact]
    public void No_type_has_public_fields_but_constants()
    {
        IEnumerable<string> faults = ClientAssembly.PublicTypes.Where(static type => !type.IsEnum)
            .SelectMany(static type => type.GetFields(Declared)).Where(static field => !field.IsLiteral)
            .Select(static field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(faults);
    }

    [Fact]
    public void Public_types_stand_where_users_look()
    {
        string[] allowed =
        [
            "SeoAudit.Client", "SeoAudit.Client.SeoPeek", "SeoAudit.Client.Seogent", "SeoAudit.Client.MetricSpot",
            "Microsoft.Extensions.DependencyInjection",
            // An app's own generated JSON context must be able to name the converter of an open value.
            "SeoAudit.Client.Json",
        ];
        IEnumerable<Type> faults = ClientAssembly.PublicTypes.Where(type => !allowed.Contains(type.Namespace, StringComparer.Ordinal));

        Assert.Empty(faults);
    }

    [Fact]
    public void Exceptions_can_be_made_like_any_other()
    {
        Assert.All(ClientAssembly.PublicTypes.Where(static type => type.IsAssignableTo(typeof(Exception))), static type =>
        {
            Assert.True(type.IsAssignableTo(typeof(SeoAuditException)), $"{type}");
            Assert.NotNull(type.GetConstructor([]));
            Assert.NotNull(type.GetConstructor([typeof(string)]));
            Assert.NotNull(type.GetConstructor([typeof(string), typeof(Exception)]));
        });
    }

    private static bool IsAsynchronous(Type type) =>
        type.IsAssignableTo(typeof(Task))
        || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var generic
            && (generic == typeof(ValueTask<>) || generic == typeof(IAsyncEnumerable<>) || generic == typeof(AsyncPages<>)));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static bool IsRecordStruct(Type type) =>
        type.IsValueType && type.GetInterfaces().Contains(typeof(IEquatable<>).MakeGenericType(type));
}
