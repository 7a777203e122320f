namespace KnowledgeCommons.BrowserTests;

/// <summary>Tests that look at every page of one furnished site.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<Chromium>, ICollectionFixture<Pages.FurnishedSite>
{
    public const string Name = "pages";
}
