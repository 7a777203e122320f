using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// One state of an index, asked by one thread. Articles that the same people may see stand on one shelf, and each search looks only at the shelves that are for
/// whoever asks. What is hidden is left out where it looks, not from what it found: otherwise hidden articles would take the place of others, how many there are could be told
/// from what is missing, and the time that it takes would tell that a word is there.
/// </summary>
internal interface IShelvedIndex
{
    /// <summary>How long all articles are.</summary>
    FieldLengths Lengths { get; }

    /// <summary>The index as if it had only what stands behind these gates, in which articles are as long as said.</summary>
    IIndexReader Open(IReadOnlyCollection<Gate> gates, FieldLengths lengths);
}
