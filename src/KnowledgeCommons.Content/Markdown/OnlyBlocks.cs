using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>
/// A body with parts for some people only: <c>:::only technicians</c> to the next line of three colons. They are cut out of the text before anything reads it, line by
/// line and on the careful side: a block that is never closed goes to the end of the file, and one that only this class or only the Markdown parser sees makes
/// the article an error (see <see cref="Dialect.ColonBlockParser"/>).
/// </summary>
public sealed class OnlyBlocks
{
    /// <summary>The article is made once for each set of audiences that somebody may lack.</summary>
    private const int MostAudiences = 3;

    private readonly string _body;
    private readonly IReadOnlyList<OnlyLine> _lines;
    private readonly IReadOnlyList<(string What, int Line, bool IsWarning)> _wrong;

    private OnlyBlocks(string body, IReadOnlyList<OnlyLine> lines, IReadOnlyList<(string What, int Line, bool IsWarning)> wrong)
    {
        (_body, _lines, _wrong) = (body, lines, wrong);
        Audiences = [.. lines.SelectMany(line => line.For).Distinct()];
    }

    /// <summary>Whom its parts are for, each once.</summary>
    public IReadOnlyList<Audience> Audiences { get; }

    public bool StandSomewhere => _lines.Any(line => line.IsMark);

    public static OnlyBlocks Of(string body)
    {
        if (!OnlyReader.MayStandIn(body)) return new OnlyBlocks(body, [], []);
        var reader = new OnlyReader();
        foreach (var line in body.Split('\n')) reader.Read(line);
        return new OnlyBlocks(body, reader.Lines, reader.Finish());
    }

    /// <summary>Every set of audiences that somebody may lack, the one of all of them last; none when there are too many to tell apart.</summary>
    public IEnumerable<IReadOnlyList<Audience>> Lacks()
    {
        if (Audiences.Count > MostAudiences) yield break;
        for (var set = 1; set < 1 << Audiences.Count; set++)
            yield return [.. Audiences.Where((_, place) => (set & (1 << place)) != 0)];
    }

    /// <summary>What is rendered: a blank line in place of what is hidden, and a frame around what is not, where there can be one.</summary>
    public string Body(IReadOnlyCollection<Audience> hidden) => !StandSomewhere ? _body : Without(hidden, line => line.IsMark ? line.Shown : line.Text);

    /// <summary>What its readers see as its source: the marks of what they may see stand there.</summary>
    public string Source(IReadOnlyCollection<Audience> hidden) => !StandSomewhere ? _body : Without(hidden, line => line.Text);

    public IEnumerable<Finding> Findings(string path, int firstLine)
    {
        foreach (var (what, line, isWarning) in _wrong)
            yield return new Finding("only-block", isWarning ? Severity.Warning : Severity.Error, path, firstLine + line, what, "Write ':::only group, other group', and ':::' on a line of its own where it ends.");
        if (Audiences.Count > MostAudiences)
            yield return new Finding("only-block", Severity.Error, path, firstLine, $"The article has parts for {Audiences.Count} different audiences; at most {MostAudiences} can be told apart.", "Make several articles of it.");
    }

    private string Without(IReadOnlyCollection<Audience> hidden, Func<OnlyLine, string> shown)
    {
        var lines = new List<string>(_lines.Count);
        var wasHidden = false;
        foreach (var line in _lines)
        {
            var isHidden = line.For.Any(hidden.Contains);
            if (!isHidden) lines.Add(shown(line));
            else if (!wasHidden) lines.Add("");
            wasHidden = isHidden;
        }
        return string.Join('\n', lines);
    }
}
