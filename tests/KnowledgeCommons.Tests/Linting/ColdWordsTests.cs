using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Server.Themes;
using KnowledgeCommons.Tests.Architecture;

namespace KnowledgeCommons.Tests.Linting;

public sealed class ColdWordsTests
{
    private static readonly ColdWords OfTheTheme = ColdWords.ReadFile(Repository.Path("themes/default/cold-words.txt"));

    [Fact]
    public void No_text_of_the_theme_has_one()
    {
        var texts = Texts.Read(Repository.Path("themes/default/texts.en.yml"));
        Assert.True(OfTheTheme.Count > 20);
        Assert.Empty(from key in texts.Keys from cold in OfTheTheme.FindIn(texts[key]) select $"{key}: {cold.Word}");
    }

    [Fact]
    public void No_article_that_comes_along_has_one()
    {
        var articles = Directory.EnumerateFiles(Repository.Path("articles"), "*.md", SearchOption.AllDirectories);
        Assert.Empty(from file in articles from cold in OfTheTheme.FindIn(File.ReadAllText(file)) select $"{Repository.Relative(file)}:{cold.Line} {cold.Word}");
    }

    [Theory]
    [InlineData("Sorry for the inconvenience.", "inconvenience")]
    [InlineData("We were INCONVENIENCED.", "INCONVENIENCED")]
    [InlineData("Your ticket has\nbeen closed.", "ticket has been closed")]
    [InlineData("> Your ticket has\n> been closed.", "ticket has been closed")]
    [InlineData("Entschuldigen Sie die Unannehmlichkeiten!", "Unannehmlichkeiten")]
    [InlineData("A lone ` sign\n\nkindly, and another `", "kindly")]
    [InlineData("Das war ein Benutzerfehler.", "Benutzerfehler")]
    public void It_is_found_in_any_form_also_across_lines(string text, string word) => Assert.Equal([word], OfTheTheme.FindIn(text).Select(cold => cold.Word));

    [Theory]
    [InlineData("An unkindly word")]
    [InlineData("Never write `inconvenience`.")]
    [InlineData("Never write `ticket has been\nclosed`.")]
    [InlineData("``a ` kindly``")]
    [InlineData("```\nkindly\n```\n")]
    [InlineData("~~~text\nuser error\n~~~")]
    [InlineData("```\nnever closed: kindly")]
    public void Parts_of_words_and_code_are_left_alone(string text) => Assert.Empty(OfTheTheme.FindIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("# only words\n\n=> nothing\n*\n")]
    public void An_empty_list_finds_nothing(string list) => Assert.Empty(ColdWords.Parse(list).FindIn("inconvenience => # *"));

    [Fact]
    public void What_looks_like_a_pattern_is_meant_as_it_is_written()
    {
        var words = ColdWords.Parse("(.*) => a\n[a-z]+\nuse r? => b");
        Assert.Equal(["(.*)"], words.FindIn("Some words, and (.*) too").Select(cold => cold.Word));
        Assert.Equal([(3, "Say it in other words.")], words.FindIn("`code`\n\n[a-z]+").Select(cold => (cold.Line, cold.Instead)));
    }
}
