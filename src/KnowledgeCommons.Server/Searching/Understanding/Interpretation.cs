namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// What typed words are taken to mean in this library: themselves, the codes they are, the word they make with the next one ("wi fi"), the words they are made
/// of ("hotspot"), their synonyms, and, for words that stand in no article, the nearest word that does.
/// </summary>
internal sealed class Interpretation(IIndexReader reader, IndexFacts facts, Lexicon lexicon, bool isLiteral)
{
    private const int MostCorrected = 8;
    private const int MostTerms = 60;
    private const int LongestWord = 32;
    private const int ShortestHalf = 2;
    private const int ShortestBeginning = 4;
    private const int MostBeginning = 1_500;
    private readonly bool _hasGerman = facts.HasGerman;
    private int _corrected;

    public IReadOnlyList<Need> Of(IReadOnlyList<Term> typed)
    {
        var needs = new List<Need>();
        for (var at = 0; at < typed.Count;)
        {
            var (need, taken) = at < MostTerms ? Longest(typed, at) : (Single(typed[at]), 1);
            needs.Add(need);
            at += taken;
        }
        return needs;
    }

    private (Need Need, int Taken) Longest(IReadOnlyList<Term> typed, int at)
    {
        for (var count = Math.Min(lexicon.Synonyms.LongestTerm, typed.Count - at); count > 1; count--)
        {
            var words = Together(typed, at, count);
            if (Synonyms(words) is { Count: > 0 } synonyms) return (Several(words, synonyms), count);
        }
        if (at + 1 < typed.Count && Joined(typed[at], typed[at + 1]) is { } one) return (one, 2);
        return (Single(typed[at]), 1);
    }

    private static Term Together(IReadOnlyList<Term> typed, int at, int count)
    {
        var terms = Enumerable.Range(at, count).Select(place => typed[place]).ToList();
        return new([.. terms.SelectMany(term => term.Words)], [.. terms.SelectMany(term => term.Stems)], SaysLittle: false);
    }

    // "wi fi" where articles say "wifi".
    private Need? Joined(Term one, Term other)
    {
        if (one.IsPhrase || other.IsPhrase || one.Words[0].Length + other.Words[0].Length > LongestWord) return null;
        var word = TypedTerms.WordsOf(one.Words[0] + other.Words[0]);
        if (word.Count != 1 || (one.SaysLittle && other.SaysLittle) || StopWords.Contains(word.Words[0].ToLowerInvariant())) return null;
        if (Cjk.HasAny(word.Words[0]) || Documents(word) is not (> 0 and var articles)) return null;
        var apart = Together([one, other], 0, 2);
        return WithSynonyms(word, [apart.Following, .. Expressions(word)], [.. InRow(apart), .. Stems(word)], articles + apart.Stems.Min(Documents));
    }

    private Need Several(Term words, IReadOnlyList<Synonym> synonyms)
    {
        var itself = Expression.All(words.Words.Select(word => new Following(word)));
        return new Need([itself, .. synonyms.SelectMany(Expressions)], [.. Stems(words), .. synonyms.SelectMany(synonym => InRow(synonym.Term))],
            words.Stems.Min(Documents) + synonyms.Sum(synonym => Documents(synonym.Term)), SaysLittle: false);
    }

    private Need Single(Term term)
    {
        var need = WithSynonyms(term, Expressions(term), Stems(term), Documents(term));
        if (need.Articles > 0 || term.IsPhrase || isLiteral || _corrected >= MostCorrected || IsNoWord(term.Words[0])) return need;
        _corrected++;
        return Apart(term) ?? Corrected(term) ?? Beginning(term) ?? need;
    }

    private Need WithSynonyms(Term term, IEnumerable<Expression> expressions, IEnumerable<string> stems, long articles)
    {
        var synonyms = Synonyms(term);
        return new Need([.. expressions.Concat(synonyms.SelectMany(Expressions)).Distinct()], [.. stems, .. synonyms.SelectMany(synonym => InRow(synonym.Term))],
            articles + synonyms.Sum(synonym => Documents(synonym.Term)), term.SaysLittle && synonyms.Count == 0)
        {
            Loosely = term.IsPhrase ? [.. term.Words.Select(word => new Following(word))] : []
        };
    }

    // "druckerproblem" where articles have both words.
    private Need? Apart(Term term)
    {
        var word = term.Words[0];
        for (var cut = word.Length - ShortestHalf; cut >= ShortestHalf; cut--)
        {
            var halves = TypedTerms.WordsOf($"{word[..cut]} {word[cut..]}");
            if (halves.Count != 2 || halves.Stems.Any(stem => Documents(stem) == 0)) continue;
            var areWords = halves.Words.All(half => half.Length > ShortestBeginning - 1);
            var both = areWords ? Expression.All(halves.Words.Select(half => Expression.Any(Expressions(TypedTerms.WordsOf(half))))) : halves.Following;
            if (reader.HasAny(both)) return new Need([both], [.. Stems(halves)], halves.Stems.Min(Documents), SaysLittle: false);
        }
        return null;
    }

    private Need? Corrected(Term term)
    {
        // Which of several was learnt first must not decide: it may have been from an article that is not for whoever asks.
        var nearest = lexicon.Nearest(term.Words[0], IsThere).Select(TypedTerms.WordsOf).Where(word => word.Count == 1)
            .OrderByDescending(Documents).ThenBy(word => word.Words[0], StringComparer.Ordinal).FirstOrDefault();
        if (nearest is null) return null;
        return WithSynonyms(nearest, Expressions(nearest), Stems(nearest), Documents(nearest)) with { Correction = (term.Words[0], nearest.Words[0]) };
    }

    private bool IsThere(string word) => lexicon.Learnt.Words.Contains(word) || (TypedTerms.WordsOf(word) is { Count: 1 } read && Documents(read) > 0);

    // Not typed to the end.
    private Need? Beginning(Term term)
    {
        var match = new Beginning(term.Words[0]);
        if (term.Words[0].Length < ShortestBeginning || reader.Having(match, MostBeginning).Count is not (> 0 and var articles)) return null;
        return new Need([match], term.Stems, articles, SaysLittle: false);
    }

    private List<Synonym> Synonyms(Term term) => [.. lexicon.Synonyms.Of(term.Key).Where(synonym => facts.Spoken.Has(synonym.Language))];

    private IEnumerable<Expression> Expressions(Synonym synonym) => facts.Spoken.HasOnly(synonym.Language)
        ? Expressions(synonym.Term)
        : [facts.Spoken.Within(Expression.Any(Expressions(synonym.Term)), synonym.Language)];

    private IReadOnlyList<Expression> Expressions(Term term)
    {
        if (term.Words.Any(word => Cjk.HasAny(word))) return [Expression.All(term.Words.Select(Expression.Word))];
        List<Expression> all = [term.Following];
        if (_hasGerman) all.Add(new Term([.. term.Words.Select(GermanStemmer.Stem)], [], SaysLittle: false).Following);
        all.AddRange(Codes.Of(term).Select(form => new CodeForm(form)));
        return [.. all.Distinct()];
    }

    private IEnumerable<string> Stems(Term term) =>
        _hasGerman ? term.Stems.Concat(term.Words.Select(word => Stem.Of(GermanStemmer.Stem(word)))).Distinct() : term.Stems;

    // Nobody typed these words one by one: "secure" of "cisco secure client" says nothing where it stands alone.
    private IEnumerable<string> InRow(Term term)
    {
        if (!term.IsPhrase || term.Words.Any(word => Cjk.HasAny(word))) return Stems(term);
        var german = string.Join(' ', term.Words.Select(word => Stem.Of(GermanStemmer.Stem(word))));
        return _hasGerman && german != term.Key ? [term.Key, german] : [term.Key];
    }

    private static bool IsNoWord(string word) => word.Length > LongestWord || word.AsSpan().ContainsAnyInRange('0', '9') || Cjk.HasAny(word);

    // Words that are joined stand together at most as often as the rarest of them; a code stands also where it is written in another form.
    private long Documents(Term term)
    {
        var forms = Codes.Of(term);
        if (forms.Count > 0) return Math.Max(forms.Max(Documents), term.Stems.Min(Documents));
        if (term.Words.Any(word => Cjk.HasAny(word))) return reader.HasAny(Expression.Any(Expressions(term))) ? 1 : 0;
        var asTyped = term.Stems.Min(Documents);
        return _hasGerman ? Math.Max(asTyped, term.Words.Min(word => Documents(Stem.Of(GermanStemmer.Stem(word))))) : asTyped;
    }

    private long Documents(string stem) => facts.Documents(stem, reader);
}
