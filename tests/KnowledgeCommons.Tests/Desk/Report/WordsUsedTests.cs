using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Tests.Desk.Report;

public sealed class WordsUsedTests
{
    [Fact]
    public void Words_are_shown_once_three_different_people_used_them()
    {
        Assert.Empty(WordsUsed.Of([("ann", "Temporary pass"), ("ann", "temporary pass!"), ("ben", "A temporary pass?")]));
        var used = WordsUsed.Of([("ann", "It wants a temporary pass."), ("ben", "Temporary pass, my name is Ben."), ("eve", "No temporary pass here"), ("eve", "pass")]);
        Assert.Equal([new WordsUsed("temporary pass", 3)], used);
    }

    [Fact]
    public void A_word_that_more_people_used_than_its_pair_stands_beside_it()
    {
        var used = WordsUsed.Of([("ann", "red cross"), ("ben", "red cross"), ("eve", "red cross"), ("dan", "cross")]);
        Assert.Equal([new WordsUsed("cross", 4), new WordsUsed("red cross", 3)], used);
    }

    [Fact]
    public void Words_that_say_little_are_left_out_and_join_nothing()
    {
        var used = WordsUsed.Of([("ann", "asks for a code"), ("ben", "asks for a code"), ("eve", "asks for a code")]);
        Assert.Equal(["asks", "code"], used.Select(each => each.Words));
    }
}
