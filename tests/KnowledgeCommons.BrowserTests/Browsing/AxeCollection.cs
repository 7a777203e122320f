namespace KnowledgeCommons.BrowserTests;

/// <summary>axe on every page of a furnished site: as long as all other tests together, so it runs beside them.</summary>
[CollectionDefinition(Name)]
public sealed class AxeCollection : ICollectionFixture<Chromium>, ICollectionFixture<Pages.FurnishedSite>
{
    public const string Name = "axe";
}
