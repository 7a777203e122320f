namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>What a rewrite does: of faulty pages 60 % are put right, 20 % partly, 15 % not, 5 % get worse; of the others 5 % are harmed.</summary>
internal static class RewriteEffect
{
    public static void On(SimulatedArticle article)
    {
        var dice = article.Dice;
        var kind = dice.Share();
        var fault = article.Fault;
        if (article.IsOrdinary)
            article.Fault = kind < 0.05 ? fault * dice.Between(1.4, 2.2) : fault;
        else
            article.Fault = kind switch
            {
                < 0.60 => WorldBuilder.Healthy(dice),
                < 0.80 => 1 + ((fault - 1) * 0.4),
                < 0.95 => fault,
                _ => fault * 1.3
            };
    }
}
