namespace KnowledgeCommons.BrowserTests.Pages;
public sealed class FurnishedSite : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;
    public Task DisposeAsync() => Task.CompletedTask;
}
