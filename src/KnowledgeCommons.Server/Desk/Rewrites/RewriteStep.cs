using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What a form on a rewrite case's page asks for.</summary>
internal abstract record RewriteStep
{
    private RewriteStep()
    {
    }

    public sealed record Valid(Func<RewriteCase, RewriteChange?> Step) : RewriteStep;

    /// <summary>Something is missing or cannot be meant; the sentence says what to do.</summary>
    public sealed record Wrong(string Sentence) : RewriteStep;

    /// <summary>There is no such form.</summary>
    public sealed record Unknown : RewriteStep;
}
