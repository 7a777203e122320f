using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What a search can be narrowed to: the topics in their order, the platforms that articles name and the languages they are in.</summary>
public sealed record SearchScope(IReadOnlyList<TopicChoice> Topics, IReadOnlyList<string> Platforms, IReadOnlyList<string> Languages)
{
    public static SearchScope Nothing { get; } = new([], [], []);

    /// <summary>A topic's title; its key when it has none, or is not known.</summary>
    public string TitleOf(string key) => Topics.FirstOrDefault(topic => topic.Key == key)?.Title ?? key;
}

/// <summary>A topic that has articles; <paramref name="Articles"/> counts those directly in it.</summary>
public sealed record TopicChoice(string Key, string Title, int Articles)
{
    public string Url => Topic.UrlOf(Key);
}
