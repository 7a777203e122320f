namespace KnowledgeCommons.BrowserTests;

/// <summary>How every page of a furnished site stands in its window.</summary>
[CollectionDefinition(Name)]
public sealed class LayoutCollection : ICollectionFixture<Chromium>, ICollectionFixture<Pages.FurnishedSite>
{
    public const string Name = "layout";
}
