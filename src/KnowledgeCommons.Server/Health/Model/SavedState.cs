namespace KnowledgeCommons.Server.Health.Model;

/// <summary>The state between two weeks as bytes.</summary>
internal static class SavedState
{
    /// <summary>Changes with everything that is carried; another version is not read.</summary>
    private const int Version = 0x4B43_0001;

    public sealed record Read_(int LastDay, SiteTrail Site, List<TopicTrail> Topics, List<ArticleTrail> Articles);

    public static void Write(Stream output, int lastDay, SiteTrail site, List<TopicTrail> topics, List<ArticleTrail> articles) =>
        throw new NotImplementedException();

    public static Read_ Read(Stream input, HealthSettings settings) => throw new NotImplementedException();
}
