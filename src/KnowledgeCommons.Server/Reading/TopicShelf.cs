using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Reading;

/// <summary>A topic and how many articles lie in it and below it.</summary>
public sealed record TopicShelf(Topic Topic, int Count);
