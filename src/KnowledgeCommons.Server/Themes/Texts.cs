using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace KnowledgeCommons.Server.Themes;

/// <summary>The words of every page, by dotted key, from the theme's texts file. Placeholders read {name}.</summary>
internal sealed class Texts
{
    private readonly FrozenDictionary<string, string> _byKey;

    private Texts(IReadOnlyDictionary<string, string> byKey) => _byKey = byKey.ToFrozenDictionary();

    public IReadOnlyCollection<string> Keys => _byKey.Keys;

    /// <summary>The words for a key; the key itself in brackets when the theme lacks it, so that the gap is seen and the page stands.</summary>
    public string this[string key] => _byKey.GetValueOrDefault(key, $"[{key}]");

    public string With(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value.ToString(), StringComparison.Ordinal);
        return text;
    }

    /// <summary>The form for the number, from key.one or key.other, with {n} filled in.</summary>
    public string Count(string key, long number, params ReadOnlySpan<(string Name, object Value)> values) =>
        With(number == 1 ? key + ".one" : key + ".other", [("n", number), .. values]);

    public bool Has(string key) => _byKey.ContainsKey(key);

    /// <summary>Reads a texts file. Throws <see cref="YamlDotNet.Core.YamlException"/> with line and column when it is not YAML.</summary>
    public static Texts Read(string file)
    {
        using var reader = File.OpenText(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (yaml.Documents.Count > 0) Gather(yaml.Documents[0].RootNode, prefix: "", found);
        return new Texts(found);
    }

    private static void Gather(YamlNode node, string prefix, Dictionary<string, string> found)
    {
        if (node is YamlScalarNode { Value: { } text }) found[prefix] = text.Trim();
        if (node is not YamlMappingNode mapping) return;
        foreach (var (key, value) in mapping) Gather(value, prefix.Length == 0 ? key.ToString() : $"{prefix}.{key}", found);
    }
}
