using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Tests.Searching;

public sealed class TypedTermsTests
{
    [Theory]
    [InlineData("ERR-42", "\"ERR 42\"")]
    [InlineData("build 10.0.19045, please", "\"build\" \"10 0 19045\" \"please\"")]
    [InlineData("it broke. Now what", "\"it\" \"broke\" \"Now\" \"what\"")]
    [InlineData("printer/scanner", "\"printer\" \"scanner\"")]
    [InlineData("error:0x80070005", "\"error\" \"0x80070005\"")]
    [InlineData("wi‑fi and file_name", "\"wi fi\" \"and\" \"file name\"")]
    [InlineData("'quoted' can't ’tis", "\"quoted\" \"cant\" \"tis\"")]
    [InlineData("Printer printer PRINTER", "\"Printer\"")]
    [InlineData("\"a\" \"\" \"b", "\"a\" \"b\"")]
    [InlineData("- -- ---", "")]
    public void Words_are_taken_one_by_one_and_codes_as_a_whole(string typed, string quoted) =>
        Assert.Equal(quoted, string.Join(' ', TypedTerms.In(typed).Select(term => Fts5Query.Of(term.Following))));

    [Fact]
    public void Whatever_is_typed_a_term_holds_letters_and_digits_only()
    {
        var random = new Random(42);
        for (var round = 0; round < 300; round++)
        {
            var typed = new string([.. Enumerable.Range(0, 200).Select(_ => (char)random.Next(0, 0x3000))]);
            foreach (var word in TypedTerms.In(typed).SelectMany(term => term.Words))
                Assert.DoesNotContain(word, letter => letter is '"' or '\0' or '*' or ' ' or '\'' || char.IsControl(letter));
        }
    }
}
