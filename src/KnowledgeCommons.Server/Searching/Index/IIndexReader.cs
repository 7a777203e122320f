namespace KnowledgeCommons.Server.Searching;

/// <summary>What somebody may see of one state of an index (<see cref="IShelvedIndex"/>), asked by one thread for one question. Ids are those of articles in this index.</summary>
internal interface IIndexReader
{
    /// <summary>In how many articles a word stands, by its stem.</summary>
    long Documents(string stem);

    /// <summary>Articles that match, in no order, at most so many, with how often each word of the expression stands in them.</summary>
    Tally Matching(Expression sought, int most);

    /// <summary>How long the articles are.</summary>
    FieldLengths Lengths { get; }

    /// <summary>Articles that match, without a score and in no order, at most so many.</summary>
    IReadOnlyList<long> Having(Expression sought, int most = int.MaxValue);

    bool HasAny(Expression sought) => Having(sought, 1).Count > 0;

    /// <summary>An article that an answer of this reader, or what is known of its index, names.</summary>
    IndexedText? Article(long id);

    /// <summary>Titles and slugs of articles with a matching title, in no order. Here words have their endings.</summary>
    IReadOnlyList<Suggestion> Titles(Expression sought, int most);

    /// <summary>Sections with a matching heading, in no order. Here words have their endings.</summary>
    IReadOnlyList<Suggestion> Headings(Expression sought, int most);
}
