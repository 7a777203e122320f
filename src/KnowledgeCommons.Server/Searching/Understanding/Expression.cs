namespace KnowledgeCommons.Server.Searching;

/// <summary>What an article may have in its text. Each engine says it in its own query language; two that ask for the same are equal.</summary>
internal abstract record Expression
{
    public static Expression All(IEnumerable<Expression> parts) => parts.ToList() is var all && all.Count == 1 ? all[0] : new AllOf(all);

    public static Expression Any(IEnumerable<Expression> parts) => parts.ToList() is var all && all.Count == 1 ? all[0] : new AnyOf(all);

    /// <summary>The words, phrases and codes it is made of, from left to right; a language that is asked for stands behind what it is asked of.</summary>
    public IEnumerable<Expression> Leaves() => this switch
    {
        Several several => several.Parts.SelectMany(part => part.Leaves()),
        Named named => named.Part.Leaves(),
        Within within => within.Part.Leaves().Concat(within.Languages.Select(language => new InLanguage(language))),
        _ => [this]
    };

    /// <summary>A word as it stands in a question; letters that put no spaces between words are found by their pairs.</summary>
    public static Expression Word(string word) => Cjk.HasAny(word) ? Cjk.Match(word) : new Following(word);
}

/// <summary>Words, with spaces between, that follow each other in the text; one word stands anywhere. Endings and capitals do not matter.</summary>
internal sealed record Following(string Words) : Expression
{
    public bool Equals(Following? other) => string.Equals(Words, other?.Words, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Words);
}

/// <summary>Any word that begins so.</summary>
internal sealed record Beginning(string Letters) : Expression;

/// <summary>One of the forms of a code (see <see cref="Codes"/>).</summary>
internal sealed record CodeForm(string Form) : Expression;

/// <summary>Something that stands in what an article is called, in its symptoms or its headings.</summary>
internal sealed record Named(Expression Part) : Expression;

/// <summary>Something in articles of these languages, spelled as in their front matter but in lower case; with <paramref name="IsOutside"/> in all others.</summary>
internal sealed record Within(Expression Part, IReadOnlyList<string> Languages, bool IsOutside) : Expression
{
    public bool Equals(Within? other) => other is not null && Part == other.Part && IsOutside == other.IsOutside && Languages.SequenceEqual(other.Languages);

    public override int GetHashCode() => HashCode.Combine(Part, IsOutside, Languages.Count);
}

/// <summary>The language of an article, as the last part of <see cref="Within"/>.</summary>
internal sealed record InLanguage(string Language) : Expression;

internal abstract record Several(IReadOnlyList<Expression> Parts) : Expression
{
    public virtual bool Equals(Several? other) => EqualityContract == other?.EqualityContract && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(Parts.Count, HashCode.Combine);
}

internal sealed record AllOf(IReadOnlyList<Expression> Parts) : Several(Parts);

internal sealed record AnyOf(IReadOnlyList<Expression> Parts) : Several(Parts);
