using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What is known about words beyond where they stand: which are alike in meaning, which look alike, and which questions they stood in.</summary>
internal sealed record Lexicon(IReadOnlyList<SynonymGroup> Groups, SynonymMap Synonyms, Vocabulary Vocabulary, LearntAnswers Learnt)
{
    public static Lexicon Empty => new([], new SynonymMap([]), new Vocabulary(), LearntAnswers.None);

    public Lexicon With(LibraryChange change)
    {
        foreach (var indexed in change.Changed) Vocabulary.Add(indexed);
        var groups = change.Library.Synonyms;
        return ReferenceEquals(groups, Groups) ? this : this with { Groups = groups, Synonyms = new SynonymMap(groups) };
    }

    public Lexicon With(LearntAnswers learnt) => this with { Learnt = learnt };

    /// <summary>
    /// Words of the library that a misspelt one may have been meant as; none for a word that led somebody to an answer. What people typed is never
    /// among them: a correction is shown to others.
    /// </summary>
    public IReadOnlyList<string> Nearest(string word) => Learnt.Words.Contains(word.ToLowerInvariant()) ? [] : Vocabulary.Nearest(word);
}
