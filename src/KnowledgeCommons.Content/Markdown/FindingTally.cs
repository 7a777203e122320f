using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Collects what is wrong with one article's body: one finding of each kind, however often it occurs, at its first line.</summary>
internal sealed class FindingTally(string path)
{
    private const int MostNames = 6;
    private const int LongestName = 120;

    private readonly Dictionary<string, Entry> _byRule = [];

    /// <summary>
    /// Counts one case; <paramref name="rule"/> is a key of <see cref="BodyRules"/>, <paramref name="name"/> what the author will
    /// recognise it by.
    /// </summary>
    public void Add(string rule, int line, string name)
    {
        if (!_byRule.TryGetValue(rule, out var entry)) _byRule[rule] = entry = new Entry(line);
        entry.Count++;
        if (line > 0 && (line < entry.Line || entry.Line == 0)) entry.Line = line;
        if (!entry.Seen.Add(name) || entry.Names.Count == MostNames) return;
        entry.Names.Add(name.Length > LongestName ? name[..LongestName] + "…" : name);
    }

    public IReadOnlyList<Finding> ToFindings()
    {
        if (_byRule.Count == 0) return [];
        var findings = new List<Finding>(_byRule.Count);
        foreach (var (rule, entry) in _byRule)
        {
            var (severity, what, hint) = BodyRules.Get(rule);
            findings.Add(new Finding(rule, severity, path, entry.Line, $"{what}: {Names(entry)}.", hint));
        }
        return findings;
    }

    private static string Names(Entry entry)
    {
        var more = entry.Seen.Count - entry.Names.Count;
        var names = string.Join(", ", entry.Names) + (more > 0 ? $" and {more} more" : "");
        return entry.Count > entry.Seen.Count ? $"{names} ({entry.Count} times in all)" : names;
    }

    private sealed class Entry(int line)
    {
        public int Line { get; set; } = line;
        public int Count { get; set; }
        public List<string> Names { get; } = [];
        public HashSet<string> Seen { get; } = [];
    }
}
