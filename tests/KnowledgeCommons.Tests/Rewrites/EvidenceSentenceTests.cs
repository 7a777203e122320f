using KnowledgeCommons.Server.Health;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Tests.Rewrites;

public sealed class EvidenceSentenceTests
{
    private static readonly Texts English = Texts.Read(Path.Combine(AppContext.BaseDirectory, "themes", "default", "texts.en.yml"));

    [Theory]
    [InlineData(12, 5, 3, "5 of 12 people who used this version then had to contact us; three came back within a week.")]
    [InlineData(60, 40, 11, "40 of 60 people who used this version then had to contact us; 11 came back within a week.")]
    [InlineData(4, 1, 0, "1 of 4 people who used this version then had to contact us.")]
    [InlineData(1, 1, 1, "The one person who used this version then had to contact us; one came back within a week.")]
    [InlineData(1, 1, 0, "The one person who used this version then had to contact us.")]
    [InlineData(1, 0, 0, "The one person who told us about this version did not have to contact us.")]
    [InlineData(4, 0, 0, "None of the 4 people who told us about this version had to contact us.")]
    [InlineData(0, 0, 0, "Nobody has told us yet how this version works for them.")]
    public void The_evidence_is_one_plain_sentence(long attempts, long contacted, int back, string sentence)
    {
        var repeats = Enumerable.Range(0, back).Select(reader => new RepeatContact { Reader = $"{reader}" });
        Assert.Equal(sentence, EvidenceSentence.Of(new RevisionNumbers { Attempts = attempts, Contacted = contacted, Repeats = [.. repeats] }, English));
    }
}
