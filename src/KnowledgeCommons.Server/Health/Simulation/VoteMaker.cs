namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>Votes: few, more from the unsatisfied, and some of them stuffed.</summary>
internal sealed class VoteMaker(WorldSettings settings)
{
    private const double Mistaken = 0.04;
    private const int DripDays = 90;

    public void Add(SimulatedDay day, SimulatedArticle article, int solved, int unsolved)
    {
        var dice = article.Dice;
        var happy = dice.OutOf(solved, Math.Min(0.5, settings.SolvedVote * article.VotePropensity));
        var unhappy = dice.OutOf(unsolved, Math.Min(0.8, settings.UnsolvedVote * article.VotePropensity * article.VoteBias));
        var (slipped, forgiven) = (dice.OutOf(happy, Mistaken), dice.OutOf(unhappy, Mistaken));
        day.Yes[article.Number] = happy - slipped + forgiven;
        day.NotYet[article.Number] = unhappy - forgiven + slipped;
        Stuff(day, article);
    }

    private static void Stuff(SimulatedDay day, SimulatedArticle article)
    {
        var since = day.Number - article.StuffedFrom;
        if (article.Stuffing == Stuffing.OneVisitor && since is > 0 and < 20) day.StuffedByOne[article.Number] = 3;
        if (article.Stuffing == Stuffing.OneVisitor && since == 0) day.StuffedByMany[article.Number] = 1;
        if (article.Stuffing == Stuffing.ManyInADay && since == 0) day.StuffedByMany[article.Number] = 40;
        if (article.Stuffing == Stuffing.SlowDrip && since is >= 0 and < DripDays && article.Dice.Chance(0.3)) day.StuffedByMany[article.Number] = 1;
    }
}
