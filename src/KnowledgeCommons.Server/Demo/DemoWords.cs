using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KnowledgeCommons.Server.Demo;

/// <summary>The words of made-up people, from the file beside this one.</summary>
internal sealed record DemoWords
{
    private const string File = "KnowledgeCommons.Server.Demo.demo-words.yml";

    /// <summary>Stories by the slug of their article.</summary>
    public Dictionary<string, DemoStory> Articles { get; init; } = [];
    public List<string> Answers { get; init; } = [];
    public Dictionary<string, string> Closing { get; init; } = [];
    public List<string> Gaps { get; init; } = [];
    public List<string> Names { get; init; } = [];

    public static DemoWords Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is missing from the program.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<DemoWords>(reader);
    }
}
