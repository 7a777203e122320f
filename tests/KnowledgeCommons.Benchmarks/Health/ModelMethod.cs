using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>The production estimator, through its own interface.</summary>
internal sealed class ModelMethod(string name, HealthModel model, ModelTier tier) : Method(name)
{
    private readonly ArticleEstimate[] _estimates = new ArticleEstimate[model.Articles];

    public override void Judge()
    {
        for (var article = 0; article < _estimates.Length; article++) _estimates[article] = model.EstimateOf(article);
    }

    public override bool Flags(int article) => tier switch
    {
        ModelTier.Flagged => model.StateOf(article) == HealthState.Flagged,
        ModelTier.WorthALook => model.StateOf(article) is HealthState.Flagged or HealthState.WorthALook,
        _ => model.StateOf(article) is HealthState.Flagged or HealthState.WorthALook or HealthState.Watch
    };

    /// <summary>The owner's list: what is in the tier by contacts that can be spared, then the rest by probability.</summary>
    public override double Score(int article) =>
        Flags(article) ? 1 + _estimates[article].ExcessPerWeek : _estimates[article].Bad;

    public override double? Bad(int article) => _estimates[article].Bad;
}
