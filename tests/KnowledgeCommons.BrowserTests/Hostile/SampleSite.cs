namespace KnowledgeCommons.BrowserTests.Hostile;

/// <summary>One site over the sample articles for all tests of a class.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private LiveSite? _site;

    internal LiveSite Site => _site ?? throw new InvalidOperationException("The site was not started.");

    public async Task InitializeAsync() => _site = await LiveSite.OverSampleAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
