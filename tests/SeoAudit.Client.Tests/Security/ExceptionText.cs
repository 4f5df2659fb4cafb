using System.Collections;
using System.Text;
using System.Text.Json;
using SeoAudit.Client.Storage;

namespace SeoAudit.Client.Tests.Security;

/// <summary>All that an exception can be made to say.</summary>
internal static class ExceptionText
{
    public static string Of(Exception exception)
    {
        var text = new StringBuilder();
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            text.AppendLine(one.ToString());
            foreach (var property in one.GetType().GetProperties().Where(static property => property.Name != "TargetSite"))
            {
                Add(text, property.GetValue(one));
            }

            if (one is SeoAuditException error)
            {
                using var stored = new MemoryStream();
                using (var writer = new Utf8JsonWriter(stored))
                {
                    StoredError.Write(writer, error);
                }

                text.AppendLine(Encoding.UTF8.GetString(stored.ToArray()));
            }
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value)
    {
        text.AppendLine($"{value}");
        if (value is IEnumerable many and not string)
        {
            foreach (object? one in many)
            {
                Add(text, one is KeyValuePair<string, IReadOnlyList<string>> field ? field.Value.Prepend(field.Key) : one);
            }
        }
    }
}
