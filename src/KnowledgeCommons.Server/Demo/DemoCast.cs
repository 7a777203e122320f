using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Server.Demo;

/// <summary>Gives every article of a library its place in a simulated world, and those with a story the truth that the story needs.</summary>
internal static class DemoCast
{
    public const string Manual = "knowledge-commons";
    private const double EpisodesPerArticleAndWeek = 18;
    private const int FewestWeeks = 26;
    private const double Bad = 2.7;
    private const double Mild = 1.45;
    private const double Hard = 2.6;

    public static (World World, IReadOnlyList<DemoArticle> Articles) Of(Library library, DemoWords words, int seed, int weeks)
    {
        var ranked = Ranked(library, words, new Dice(seed));
        var topics = ranked.Select(article => article.Topic).Distinct().Order(StringComparer.Ordinal).ToList();
        var world = new World(new WorldSettings
        {
            Articles = ranked.Count,
            Topics = topics.Count,
            TopicOf = [.. ranked.Select(article => topics.IndexOf(article.Topic))],
            EpisodesPerWeek = EpisodesPerArticleAndWeek * ranked.Count,
            // Seasons and disturbances need room also in a story of a few days.
            Weeks = Math.Max(weeks, FewestWeeks),
            BadShare = 0,
            MildShare = 0.03,
            HardShare = 0,
            StuffingShare = 0,
            ReasonShare = 0.6,
            SolvedVote = 0.07,
            UnsolvedVote = 0.16
        }, seed);
        var articles = ranked.Select((article, rank) => Cast(article, words.Articles.GetValueOrDefault(article.Slug.Value) ?? new DemoStory(), world.Articles[rank])).ToList();
        return (world, articles);
    }

    private static DemoArticle Cast(Article article, DemoStory story, SimulatedArticle truth)
    {
        if (story.Plot.Length > 0) (truth.Fault, truth.Difficulty) = story.Plot switch
        {
            "turns-bad" => (1.0, 1.0),
            "hard" => (1.0, Hard),
            "mild" => (Mild, 1.0),
            _ => (Bad, 1.0)
        };
        return new DemoArticle(article, story, truth);
    }

    /// <summary>From when on a page that turns bad is bad, in days of the story.</summary>
    public static void Turn(DemoArticle article, int day, int days)
    {
        if (article.Story.Plot == "turns-bad" && day == days * 2 / 5) article.Truth.Fault = Bad;
    }

    // Most read first: stories where they want to be, the others in between by chance. The manual is for another audience.
    private static List<Article> Ranked(Library library, DemoWords words, Dice dice)
    {
        var told = library.Articles.Where(article => words.Articles.ContainsKey(article.Slug.Value)).OrderBy(article => words.Articles[article.Slug.Value].Rank).ToList();
        var ranked = library.Articles.Except(told).Where(article => article.Topic != Manual && article.Status == ArticleStatus.Published)
            .Select(article => (article, Chance: dice.Share())).OrderBy(each => each.Chance).Select(each => each.article).ToList();
        foreach (var article in told) ranked.Insert(Math.Min(ranked.Count, Math.Max(0, words.Articles[article.Slug.Value].Rank - 1)), article);
        return ranked;
    }
}
