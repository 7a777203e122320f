using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Server.Desk;

/// <summary>What a form sent from a case's page asks for.</summary>
internal abstract record CaseStep
{
    private CaseStep()
    {
    }

    public sealed record Valid(Func<CaseRow, CaseChange> Change, ArticleUse? Use = null) : CaseStep;

    /// <summary>Nothing is changed, and the page says why.</summary>
    public sealed record Wrong(string Field, string Sentence) : CaseStep;

    /// <summary>There is no such form.</summary>
    public sealed record Unknown : CaseStep;
}
