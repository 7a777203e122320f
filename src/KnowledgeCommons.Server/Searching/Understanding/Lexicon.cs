using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What is known about words beyond where they stand: which are alike in meaning, which look alike, and which questions they stood in.</summary>
internal sealed record Lexicon(IReadOnlyList<SynonymGroup> Groups, SynonymMap Synonyms, Vocabularies Vocabularies, LearntAnswers Learnt)
{
    /// <summary>Keys of the topics that are for the people who run the site.</summary>
    public IReadOnlySet<string> OperatorTopics { get; init; } = new HashSet<string>();

    /// <summary>The words that the misspelt ones of whoever asks are compared with.</summary>
    public IReadOnlyList<Vocabulary> Seen { get; init; } = [];

    public static Lexicon Empty => new([], new SynonymMap([]), new Vocabularies(), LearntAnswers.None);

    public Lexicon With(LibraryChange change)
    {
        foreach (var indexed in change.Changed) Vocabularies.Add(indexed);
        var groups = change.Library.Synonyms;
        var told = this with { OperatorTopics = change.Library.Topics.Where(topic => topic.IsForOperators).Select(topic => topic.Key).ToHashSet() };
        return ReferenceEquals(groups, Groups) ? told : told with { Groups = groups, Synonyms = new SynonymMap(groups) };
    }

    public Lexicon With(LearntAnswers learnt) => this with { Learnt = learnt };

    /// <summary>With the words that somebody may see, and without what questions taught that were answered by other articles.</summary>
    public Lexicon For(ClearedIndex seen) => this with { Seen = [.. seen.Gates.Select(Vocabularies.Behind)], Learnt = seen.IsWhole ? Learnt : Learnt.OnlyOf(seen.Facts) };

    /// <summary>
    /// Words that a misspelt one may have been meant as, all equally far: those of the library, and those that many people were helped with; a single
    /// person's are never among them, since a correction is shown to others. None for a word that led somebody to an answer.
    /// Words that are not there for whoever asks do not stand in the way of others.
    /// </summary>
    public IReadOnlyList<string> Nearest(string word, Func<string, bool> isThere)
    {
        if (Learnt.Words.Contains(word.ToLowerInvariant())) return [];
        var (known, learnt) = (Vocabulary.Nearest(word, Seen, isThere), Vocabulary.Nearest(word, [Learnt.WordsOfMany], _ => true));
        if (known.Count == 0 || learnt.Count == 0) return known.Count == 0 ? learnt : known;
        return Distance(known).CompareTo(Distance(learnt)) switch { < 0 => known, > 0 => learnt, _ => [.. known.Union(learnt)] };

        int Distance(IReadOnlyList<string> words) => EditDistance.Of(word.ToLowerInvariant(), words[0], Vocabulary.MostEdits);
    }
}
