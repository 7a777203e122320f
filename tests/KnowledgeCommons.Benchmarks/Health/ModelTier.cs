namespace KnowledgeCommons.Benchmarks.Health;

internal enum ModelTier
{
    Flagged,
    WorthALook,
    Watch
}
