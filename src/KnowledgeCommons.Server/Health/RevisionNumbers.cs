namespace KnowledgeCommons.Server.Health;

/// <summary>
/// What is known about one revision of an article. Answers and readings count people, each once with their newest answer;
/// an attempt is a person who said how it went or contacted us.
/// </summary>
public sealed record RevisionNumbers
{
    public string Article { get; init; } = "";
    public string Revision { get; init; } = "";
    public long Readers { get; init; }
    public long Fixed { get; init; }
    public long Partly { get; init; }
    public long NotFixed { get; init; }
    public long OnlyReading { get; init; }
    public long CameBack { get; init; }

    /// <summary>People with a known outcome: an answer other than "only reading", or a contact.</summary>
    public long Attempts { get; init; }

    /// <summary>People who contacted us, and how often they did so together.</summary>
    public long Contacted { get; init; }

    public long Contacts { get; init; }

    public IReadOnlyList<RepeatContact> Repeats { get; init; } = [];

    public int PeopleBack => Repeats.DistinctBy(repeat => repeat.Reader).Count();

    public static RevisionNumbers None(string article, string revision) => new() { Article = article, Revision = revision };
}
