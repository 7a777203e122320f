namespace KnowledgeCommons.Server.Demo;

/// <summary>Somebody who read an article on a day, in the version that was published then.</summary>
internal sealed class DemoAttempt(DemoArticle article, string reader, DateTimeOffset at, string revision)
{
    public DemoArticle Article => article;
    public string Reader => reader;
    public DateTimeOffset At => at;
    public string Revision => revision;

    /// <summary>The search that led here, once it has happened.</summary>
    public string? Search { get; set; }
}
