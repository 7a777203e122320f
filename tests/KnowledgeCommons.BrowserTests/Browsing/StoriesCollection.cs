namespace KnowledgeCommons.BrowserTests;

/// <summary>Tests that tell a story on a site of their own.</summary>
[CollectionDefinition(Name)]
public sealed class StoriesCollection : ICollectionFixture<Chromium>
{
    public const string Name = "stories";
}
