namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// The tables in which the words of one shelf stand, and how they are asked. "terms" ranks articles by article.id; "named" is the same of what they are called and their
/// headings alone, so that common words are quickly looked for there, and has the same columns, so that they are counted alike; "titles" (by article.id) and "headings" (by
/// section.id) complete what is being typed. They hold no text.
/// </summary>
/// <param name="Number">The shelf, from 1.</param>
internal readonly record struct ShelfTables(long Number)
{
    public string Terms => $"terms_{Number}";
    public string Named => $"named_{Number}";
    public string Titles => $"titles_{Number}";
    public string Headings => $"headings_{Number}";

    /// <summary>In how many articles each word stands.</summary>
    public string Vocabulary => $"vocabulary_{Number}";

    /// <summary>How many words each field of each article has: a table that FTS5 keeps.</summary>
    public string Sizes => $"{Terms}_docsize";

    public string[] Indexed => [Terms, Named, Titles, Headings];

    public string Definition =>
        $"""
        CREATE VIRTUAL TABLE {Terms} USING fts5(title, also_called, symptoms, summary, headings, body, codes, language,
            content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE {Named} USING fts5(title, also_called, symptoms, summary, headings, body, codes, language,
            content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE {Vocabulary} USING fts5vocab({Terms}, row);
        CREATE VIRTUAL TABLE {Titles} USING fts5(title, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
        CREATE VIRTUAL TABLE {Headings} USING fts5(heading, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
        """;
}
