using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>
/// A simulated knowledge base with known truth: readings, votes, contacts, disturbances, revisions and rewrites, day by day. Unsolved share =
/// topic × difficulty × fault × season × disturbance × luck.
/// </summary>
internal sealed class World
{
    private const double ViewsInSeason = 2.2;
    private const double UnsolvedInSeason = 1.2;
    private const double MostUnsolved = 0.95;
    private readonly ContactMaker _contacts;
    private readonly VoteMaker _votes;

    public World(WorldSettings settings, int seed)
    {
        Settings = settings;
        var builder = new WorldBuilder(settings, new Dice(seed));
        var topics = builder.Topics();
        (Topics, Articles) = (topics, builder.Articles(topics));
        Today = new SimulatedDay(settings.Articles);
        _contacts = new ContactMaker(settings, Articles);
        _votes = new VoteMaker(settings);
    }

    public WorldSettings Settings { get; }
    public IReadOnlyList<SimulatedTopic> Topics { get; }
    public IReadOnlyList<SimulatedArticle> Articles { get; }

    /// <summary>What happened on the day that was lived last.</summary>
    public SimulatedDay Today { get; }

    /// <summary>Lives one day; days are numbered from 0, and day 0 is a Monday.</summary>
    public SimulatedDay Live(int day)
    {
        Today.Clear();
        Today.Number = day;
        foreach (var article in Articles)
        {
            Turn(article, day);
            LiveOne(article, day);
        }
        return Today;
    }

    /// <summary>Somebody rewrites the article.</summary>
    public void Rewrite(int article) => RewriteEffect.On(Articles[article]);

    private void Turn(SimulatedArticle article, int day)
    {
        if (article.TurnsOn == day) article.Fault = article.FaultToCome;
        if (day % 7 == 0 && Settings.WeeklyNoise > 0) article.Luck = article.Dice.LogNormal(1, Settings.WeeklyNoise);
        if (article.Dice.Chance(1.5 / 364)) Today.Revisions.Add(new SimulatedRevision(article.Number, RevisionChange.Minor));
        if (!article.Dice.Chance(0.15 / 364)) return;
        Today.Revisions.Add(new SimulatedRevision(article.Number, article.Dice.Chance(0.4) ? RevisionChange.Rewrite : RevisionChange.Substantive));
        RewriteEffect.On(article);
    }

    private void LiveOne(SimulatedArticle article, int day)
    {
        var season = article.Topic.InSeason(day);
        var own = article.Disturbance is { } mine && mine.On(day) ? mine : null;
        var all = article.Topic.Disturbance is { } ours && ours.On(day) ? ours : null;
        var mean = article.EpisodesPerDay * (day % 7 < 5 ? 1.28 : 0.3) * (season ? ViewsInSeason : 1);
        var episodes = Today.Episodes[article.Number] = article.Dice.Poisson(mean * (own?.Readings ?? 1) * (all?.Readings ?? 1));
        Today.Direct[article.Number] = article.Dice.Poisson(mean * article.DirectRate * (own?.Direct ?? 1) * (all?.Direct ?? 1));
        var usual = article.Topic.Unsolved * article.Difficulty * (season ? UnsolvedInSeason : 1) * (own?.Unsolved ?? 1) * (all?.Unsolved ?? 1) * article.Luck;
        var unsolved = article.Dice.OutOf(episodes, Math.Min(MostUnsolved, usual * article.Fault));
        _votes.Add(Today, article, episodes - unsolved, unsolved);
        if (episodes > 0) _contacts.Add(Today, article, episodes, unsolved);
        var avoided = Math.Min(MostUnsolved, usual * article.Fault) - Math.Min(MostUnsolved, usual);
        Today.Avoidable[article.Number] = Math.Max(0, episodes * article.Topic.Contact * avoided);
    }
}
