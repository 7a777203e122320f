namespace KnowledgeCommons.Benchmarks.Scale;

/// <summary>How many articles there are, and how many events there were in a year.</summary>
internal sealed record ScaleSize(int Articles = 50_000, int Events = 10_000_000);
