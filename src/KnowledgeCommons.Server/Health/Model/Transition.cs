namespace KnowledgeCommons.Server.Health.Model;

/// <summary>An article's state changed at the end of a day, with the estimate that was current then.</summary>
internal sealed record Transition(int Article, DateOnly Day, HealthState From, HealthState To, TransitionCause Cause, ArticleEstimate Estimate);
