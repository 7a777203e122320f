namespace KnowledgeCommons.BrowserTests;

/// <summary>Tests on made-up data, which takes a while to make.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<Chromium>, ICollectionFixture<Stories.DemoSite>
{
    public const string Name = "demo";
}
