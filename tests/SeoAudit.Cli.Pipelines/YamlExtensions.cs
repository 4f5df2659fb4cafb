using YamlDotNet.RepresentationModel;

namespace SeoAudit.Cli.Pipelines;

/// <summary>Reads what a pipeline's file says.</summary>
internal static class YamlExtensions
{
    public static YamlMappingNode Load(string file)
    {
        using StreamReader reader = File.OpenText(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static YamlNode? Get(this YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? value) ? value : null;

    public static string? Text(this YamlMappingNode map, string name) => (map.Get(name) as YamlScalarNode)?.Value;

    public static YamlMappingNode Map(this YamlMappingNode map, string name) => map.Get(name) as YamlMappingNode ?? [];

    /// <summary>The members of a map of texts.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Members(this YamlMappingNode map, string name) =>
        map.Map(name).Select(static member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, ((YamlScalarNode)member.Value).Value!));

    /// <summary>A list of texts, or a single one.</summary>
    public static IReadOnlyList<string> Texts(this YamlMappingNode map, string name) => map.Get(name) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value!],
        YamlSequenceNode list => [.. list.Cast<YamlScalarNode>().Select(static scalar => scalar.Value!)],
        _ => throw new PipelineException($"{name} is neither a text nor a list of texts."),
    };
}
