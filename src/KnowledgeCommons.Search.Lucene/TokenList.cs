using KnowledgeCommons.Server.Searching;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KnowledgeCommons.Search.Lucene;

/// <summary>
/// Words of a document for one field, cut and stemmed by the same rules as a question. A word of a part that weighs more (see <see cref="FieldWeights"/>)
/// stands that many times at its place.
/// </summary>
internal sealed class TokenList : TokenStream
{
    // No phrase goes from one part of an article into the next.
    private const int BetweenParts = 100;
    private readonly List<(string Word, int Step, int Times)> _tokens = [];
    private readonly ICharTermAttribute _word;
    private readonly IPositionIncrementAttribute _step;
    private int _at;
    private int _given;

    public TokenList() => (_word, _step) = (AddAttribute<ICharTermAttribute>(), AddAttribute<IPositionIncrementAttribute>());

    /// <summary>How many words there are, each counted once.</summary>
    public int Length => _tokens.Count;

    /// <summary>The words of a part; its weight is a whole number.</summary>
    public TokenList Add(IEnumerable<string> words, Field part) => Add(words, (int)FieldWeights.Of(part));

    public TokenList Add(IEnumerable<string> words, int weight = 1)
    {
        var step = _tokens.Count == 0 ? 1 : BetweenParts;
        foreach (var word in words.Where(word => word.Length > 0))
        {
            _tokens.Add((word, step, weight));
            step = 1;
        }
        return this;
    }

    public override void Reset() => (_at, _given) = (0, 0);

    public override bool IncrementToken()
    {
        if (_at == _tokens.Count) return false;
        ClearAttributes();
        var (word, step, times) = _tokens[_at];
        _word.Append(word);
        _step.PositionIncrement = _given == 0 ? step : 0;
        if (++_given == times) (_at, _given) = (_at + 1, 0);
        return true;
    }
}
