namespace KnowledgeCommons.Server.Health.Model;

public enum VerdictWord
{
    CannotTellYet,
    Helped,
    NoBetter,
    Worse
}
