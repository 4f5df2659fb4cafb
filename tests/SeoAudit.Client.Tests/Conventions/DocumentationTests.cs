using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SeoAudit.Client.Tests.Conventions;

public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, XElement> Documented = XDocument
        .Load(Path.ChangeExtension(ClientAssembly.Assembly.Location, ".xml"))
        .Descendants("member")
        .GroupBy(static member => Prefix(member.Attribute("name")!.Value), StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);

    [Fact]
    public void Every_public_type_and_member_is_documented()
    {
        IEnumerable<string> faults = ClientAssembly.PublicTypes.SelectMany(static type => Ids(type)).Where(static id => !HasText(id));

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_parameter_that_is_documented_is_documented_in_words()
    {
        IEnumerable<string> faults = Documented
            .Where(static member => member.Value.Elements("param").Any(static param => param.Value.Trim().Length == 0 && !param.HasElements))
            .Select(static member => member.Key);

        Assert.Empty(faults);
    }

    private static IEnumerable<string> Ids(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        yield return $"T:{name}";
        bool isRecord = type.GetMethod("<Clone>$", Declared) is not null || (type.IsValueType && !type.IsEnum);
        foreach (MemberInfo member in type.GetMembers(Declared).Where(static member => IsVisible(member) && !member.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            if (isRecord && member is ConstructorInfo or MethodInfo { Name: "Deconstruct" or "PrintMembers" or "ToString" or "Equals" or "GetHashCode" })
            {
                continue;
            }

            switch (member)
            {
                case ConstructorInfo constructor when constructor.GetParameters().Length > 0:
                    yield return $"M:{name}.#ctor";
                    break;
                case MethodInfo { IsSpecialName: false } method:
                    yield return $"M:{name}.{method.Name}";
                    break;
                case PropertyInfo property when !(isRecord && Parameters(type).Contains(property.Name, StringComparer.Ordinal)):
                    yield return $"P:{name}.{property.Name}";
                    break;
                case FieldInfo { IsSpecialName: false } field:
                    yield return $"F:{name}.{field.Name}";
                    break;
            }
        }
    }

    // A positional property is documented by the parameter.
    private static IEnumerable<string> Parameters(Type type) =>
        Documented[$"T:{type.FullName}"].Elements("param").Select(static param => param.Attribute("name")!.Value);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        PropertyInfo property => property.GetMethod is { } get && IsVisible(get),
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static bool HasText(string id) =>
        Documented.TryGetValue(id, out XElement? member)
        && (member.Element("inheritdoc") is not null || member.Element("summary")?.Value.Trim().Length > 0);

    private static string Prefix(string id)
    {
        int end = id.IndexOf('(', StringComparison.Ordinal);
        string name = end < 0 ? id : id[..end];
        int arity = name.IndexOf("``", StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }
}
