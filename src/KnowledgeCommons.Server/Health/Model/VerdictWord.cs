namespace KnowledgeCommons.Server.Health.Model;

internal enum VerdictWord
{
    CannotTellYet,
    Helped,
    NoBetter,
    Worse
}
