namespace KnowledgeCommons.Server.Health;

/// <summary>A topic's articles by how many people used them and how many of those had to contact us, with the limits that chance alone explains.</summary>
public sealed record Funnel(double Share, IReadOnlyList<FunnelPlace> Places, IReadOnlyList<FunnelLimits> Limits)
{
    private const int Steps = 16;

    /// <summary>
    /// Places without an episode are left out; the smallest stand first. The share is that of the other articles together, so that one that is read a lot is not
    /// compared with itself; where there are no others, its own.
    /// </summary>
    internal static Funnel Of(IEnumerable<FunnelPlace> places, string article)
    {
        var seen = places.Where(place => place.Episodes >= 1).OrderBy(place => place.Episodes).ThenBy(place => place.Article, StringComparer.Ordinal).ToList();
        if (seen.Count == 0) return new Funnel(0, [], []);
        var others = seen.Where(place => place.Article != article).DefaultIfEmpty(seen[0]).ToList();
        var share = Math.Clamp(others.Sum(place => place.Failed) / others.Sum(place => place.Episodes), 0, 1);
        return new Funnel(share, seen, [.. Grid(seen[0].Episodes, seen[^1].Episodes).Select(episodes => FunnelLimits.At(episodes, share))]);
    }

    // Even steps on a logarithmic axis, a little beyond the outermost articles.
    private static IEnumerable<int> Grid(double least, double most)
    {
        var (from, to) = (Math.Log(Math.Max(1, least * 0.8)), Math.Log(Math.Max(5, most * 1.25)));
        return Enumerable.Range(0, Steps + 1).Select(step => (int)Math.Round(Math.Exp(from + ((to - from) * step / Steps)))).Distinct();
    }
}
