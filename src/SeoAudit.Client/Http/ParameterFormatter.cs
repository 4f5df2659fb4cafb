using System.Globalization;
using System.Reflection;
using Refit;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.Http;

/// <summary>
/// Writes the parameters of Refit methods into addresses. Those of a query have the name that they have there, and are escaped; those
/// without are ids in a path, where escaping does not help: <c>..</c> would still be another path.
/// </summary>
internal sealed class ParameterFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
    {
        bool isId = attributeProvider.GetCustomAttributes(typeof(AliasAsAttribute), inherit: true).Length == 0;
        string? text = Convert.ToString(value, CultureInfo.InvariantCulture);
        return isId ? Require.PathSegment(text!, "id") : text;
    }
}
