using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Tests.Site;

public sealed partial class TextsInUseTests
{
    [Fact]
    public void Every_text_that_a_page_asks_for_is_in_the_theme()
    {
        var root = Root();
        var texts = Texts.Read(Path.Combine(root, "themes", "default", "texts.en.yml"));
        var lacking =
            from file in Directory.EnumerateFiles(Path.Combine(root, "src"), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
            where !file.Split(Path.DirectorySeparatorChar).Contains("obj")
            from asked in AskedIn(File.ReadAllText(file))
            where !IsThere(texts, asked)
            select $"{Path.GetRelativePath(root, file)}: {asked.Key}";
        var missing = lacking.Distinct().ToList();
        Assert.True(missing.Count == 0, "Not in texts.en.yml: " + string.Join(", ", missing));
    }

    [Theory]
    [InlineData("""<p>@Texts["a.b"]</p>""", "a.b")]
    [InlineData("""Texts[Show == "mine" ? "yes.key" : "no.key"]""", "yes.key,no.key")]
    [InlineData("""Texts.With("w.key", ("name", "not a key"))""", "w.key")]
    [InlineData("""texts.Count("c.key", 3)""", "c.key.other")]
    [InlineData("""Texts[$"state.{Name}.title"]""", "state.*")]
    public void Keys_are_found_in_every_way_of_asking(string code, string keys) =>
        Assert.Equal(keys, string.Join(',', AskedIn(code).Select(asked => asked.IsBeginning ? asked.Key + "*" : asked.Key)));

    private static bool IsThere(Texts texts, Asked asked) =>
        asked.IsBeginning ? texts.Keys.Any(key => key.StartsWith(asked.Key, StringComparison.Ordinal)) : texts.Has(asked.Key);

    private static IEnumerable<Asked> AskedIn(string code) =>
        from ask in Ask().Matches(code)
        from literal in Literal().Matches(ask.Groups["key"].Value)
        where !literal.Groups["compared"].Success
        let isCount = ask.Groups["verb"].Value == "Count"
        select AskedBy(literal.Groups["text"].Value, literal.Groups["filled"].Success, isCount);

    // Of a key with a part that is filled in later, at least the beginning has to exist.
    private static Asked AskedBy(string text, bool isFilled, bool isCount) =>
        isFilled && text.IndexOf('{') is >= 0 and var cut ? new Asked(text[..cut], IsBeginning: true)
        : new Asked(isCount ? text + ".other" : text, IsBeginning: false);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", ".."));

    [GeneratedRegex("""\b[Tt]exts(?:\[(?<key>(?:\$?"[^"]*"|[^\]"])*)\]|\.(?<verb>With|Count)\((?<key>(?:\$?"[^"]*"|[^,)"])*)[,)])""")]
    private static partial Regex Ask();

    [GeneratedRegex("""(?<compared>(?:==|!=|\bis|\bor)\s*)?(?<filled>\$)?"(?<text>[^"]*)(?:"|$)""")]
    private static partial Regex Literal();

    private sealed record Asked(string Key, bool IsBeginning);
}
