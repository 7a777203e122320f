namespace KnowledgeCommons.Server.Searching;

/// <summary>What a search can be narrowed to: the topics in their order, the platforms that articles name and the languages they are in.</summary>
internal sealed record SearchScope(IReadOnlyList<TopicShelf> Topics, IReadOnlyList<string> Platforms, IReadOnlyList<string> Languages)
{
    public static SearchScope Nothing { get; } = new([], [], []);
}

/// <summary>A topic that has articles; <paramref name="Articles"/> counts those directly in it.</summary>
internal sealed record TopicShelf(string Key, string Title, int Articles)
{
    public string Url => "/topics/" + string.Join('/', Key.Split('/').Select(Uri.EscapeDataString));
}
