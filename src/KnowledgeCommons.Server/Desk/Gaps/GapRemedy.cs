using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What mends a gap: an article, begun as a draft, or one more word for something that an article has already.</summary>
public sealed record GapRemedy(string DraftPath, string Draft, string SynonymLine)
{
    public const string SynonymsPath = "_synonyms.yml";
    private const int LongestTitle = 100;
    private const int LongestName = 60;

    /// <summary>A draft can begin with a body, in the folder of a topic.</summary>
    public static GapRemedy For(string words, string instead, (string Topic, string Body) begun = default)
    {
        var title = Shortened(words, LongestTitle);
        var name = Slug.FromPath(Shortened(words, LongestName).Replace('/', ' '))?.Value ?? "new-article";
        // Between single quotes YAML takes everything as it is: whatever was typed stays a text.
        var quoted = $"'{title.Replace("'", "''", StringComparison.Ordinal)}'";
        var folder = string.IsNullOrEmpty(begun.Topic) ? "" : begun.Topic + "/";
        return new GapRemedy($"{folder}{name}.md", $"---\ntitle: {quoted}\nsymptoms: [{quoted}]\nstatus: draft\n---\n\n{begun.Body}", $"  - {words} => {instead}");
    }

    private static string Shortened(string words, int most)
    {
        if (words.Length <= most) return words;
        var cut = words.LastIndexOf(' ', most);
        return cut > 0 ? words[..cut] : words[..(char.IsHighSurrogate(words[most - 1]) ? most - 1 : most)];
    }
}
