namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>
/// Contacts after reading and what attribution makes of them: 40 % name their article (5 % a wrong one); of the others 72 % are linked to the right
/// one, 15 % to another, 13 % to none, with a similarity of texts as weight. Some contacts are about something else; some people complain always.
/// </summary>
internal sealed class ContactMaker(WorldSettings settings, IReadOnlyList<SimulatedArticle> articles)
{
    private const double Named = 0.40;
    private const double NamedWrong = 0.05;
    private const double Right = 0.72;
    private const double Wrong = 0.15;
    private const double Unrelated = 0.007;
    private const double Complainers = 0.015;
    private const double ComplainerContact = 0.15;
    private const double HeavyCallers = 0.03;
    private readonly double[] _popularity = Cumulated(articles);

    public void Add(SimulatedDay day, SimulatedArticle article, int episodes, int unsolved)
    {
        var dice = article.Dice;
        var contacts = dice.OutOf(unsolved, article.Topic.Contact);
        for (var each = 0; each < contacts; each++) Put(day, About(article, PageShare(article)));
        var complaining = dice.OutOf(episodes, Complainers);
        day.NotYet[article.Number] += dice.OutOf(complaining, 0.05);
        complaining = dice.OutOf(complaining, ComplainerContact);
        for (var each = 0; each < complaining; each++) Put(day, About(article, 0.5));
        var unrelated = dice.OutOf(episodes, Unrelated);
        for (var each = 0; each < unrelated; each++) Put(day, AboutSomethingElse(article));
    }

    private void Put(SimulatedDay day, SimulatedContact contact)
    {
        if (settings.TicketsImported || contact.IsNamed) day.Contacts.Add(contact);
    }

    // The page's share: of usual contacts what the topic has, of those a hard problem adds an eighth, of those a bad page adds seven eighths.
    private static double PageShare(SimulatedArticle article)
    {
        var (fault, difficulty) = (Math.Max(1, article.Fault), Math.Max(1, article.Difficulty));
        return (article.Topic.PageShare + (0.125 * (difficulty - 1)) + (0.875 * difficulty * (fault - 1))) / (difficulty * fault);
    }

    private SimulatedContact About(SimulatedArticle article, double pageShare)
    {
        var dice = article.Dice;
        var named = dice.Chance(Named);
        var luck = dice.Share();
        var (to, weight) = named
            ? (luck < NamedWrong ? Another(dice) : article.Number, 1)
            : luck < Right ? (article.Number, Weight(Similarity(dice, 5, 2), dice.Exponential(1)))
            : luck < Right + Wrong ? (Another(dice), Weight(Similarity(dice, 3, 3), dice.Exponential(1))) : (-1, 0.0);
        return Contact(article, to, weight, named, pageShare);
    }

    private SimulatedContact AboutSomethingElse(SimulatedArticle article) =>
        Contact(article, article.Number, Weight(Similarity(article.Dice, 1.5, 4), article.Dice.Between(0, 7)), named: false, pageShare: 0.3);

    private SimulatedContact Contact(SimulatedArticle article, int to, double weight, bool named, double pageShare) => new()
    {
        Article = article.Number,
        CountedFor = to,
        Weight = weight,
        IsNamed = named,
        Calls = article.Dice.Tries(article.Dice.Chance(HeavyCallers) ? 0.15 : 0.7),
        SaysPage = article.Dice.Chance(settings.ReasonShare) ? article.Dice.Chance(pageShare) != article.Dice.Chance(settings.WrongReasons) : null
    };

    // The probability that text and article belong together; worse text scores are drawn towards one half.
    private double Similarity(Dice dice, double a, double b)
    {
        var quality = settings.TextQuality;
        return dice.Beta((a * quality) + (3 * (1 - quality)), (b * quality) + (3 * (1 - quality)));
    }

    // Odds of the text, halved every three days, against the odds of no article at all.
    private static double Weight(double related, double ageDays)
    {
        var odds = Math.Min(related, 0.999) / (1 - Math.Min(related, 0.999)) * Math.Pow(2, -ageDays / 3);
        return odds / (1 + odds);
    }

    private int Another(Dice dice)
    {
        var at = Array.BinarySearch(_popularity, dice.Share() * _popularity[^1]);
        return Math.Min(at < 0 ? ~at : at, _popularity.Length - 1);
    }

    private static double[] Cumulated(IReadOnlyList<SimulatedArticle> articles)
    {
        var sum = 0.0;
        return [.. articles.Select(article => sum += article.EpisodesPerDay)];
    }
}
