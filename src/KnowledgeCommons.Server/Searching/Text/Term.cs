namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// Something to look for: a word, or words joined as in "ERR-42" or "10.0.19045", which have to follow each other.
/// <paramref name="Words"/> are letters and digits only; <paramref name="Stems"/> run parallel to them.
/// </summary>
internal sealed record Term(IReadOnlyList<string> Words, IReadOnlyList<string> Stems, bool SaysLittle)
{
    public bool IsPhrase => Words.Count > 1;
    public int Count => Words.Count;

    /// <summary>Equal for terms that ask for the same.</summary>
    public string Key { get; } = string.Join(' ', Stems);

    public Following Following => new(string.Join(' ', Words));
}
