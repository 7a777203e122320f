using System.Text;
using Dapper;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Tests.Architecture;
using Microsoft.Data.Sqlite;

namespace KnowledgeCommons.Tests.Searching;

public sealed class PorterStemmerTests
{
    private static readonly string[] Stems = ["connect", "hop", "hopp", "fil", "fail", "agre", "plast", "trou", "conflat", "siz", "happ", "relat", "condition", "rat", "val", "digit",
        "conform", "radic", "differ", "vil", "analog", "vietnam", "predic", "oper", "feudal", "decis", "hope", "callous", "formal", "sensit", "sens", "triplic", "form", "electr",
        "good", "reviv", "allow", "infer", "airlin", "gyroscop", "adjust", "defens", "irrit", "replac", "depend", "adopt", "homolog", "commun", "activ", "angul", "effect",
        "bowdl", "prob", "ceas", "contr", "roll", "a", "y", "ay", "by", "sy", "fly", "x", "tes", "tr", "dy", "sk", "b", "s", "ss"];

    private static readonly string[] Endings = ["", "s", "es", "ies", "sses", "ed", "eed", "ing", "y", "ied", "ational", "tional", "enci", "ency", "anci", "ancy", "izer", "bli", "bly", "alli",
        "ally", "entli", "ently", "eli", "ely", "ousli", "ously", "ization", "ation", "ator", "alism", "iveness", "fulness", "ousness", "aliti", "ality", "iviti", "ivity", "biliti",
        "bility", "logi", "logy", "icate", "ative", "alize", "iciti", "icity", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent",
        "ion", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "e", "le", "ll", "lled", "lling", "tting", "ated", "bled", "ized"];

    [Fact]
    public void It_stems_every_word_as_the_index_does()
    {
        string[] words = [.. Stems.SelectMany(stem => Endings.Select(ending => stem + ending)).Concat(WordsOfTheSampleArticles())
            .Concat(["Über", "naïveté", "zurücksetzen", "résumés", "ÉCOLES", "Straße", "0x80070005", "kb5034441", new string('a', 63), new string('b', 64), new string('c', 70)]).Distinct()];
        var expected = Index(words);
        var wrong = words.Zip(expected).Where(pair => pair.First.Length <= Stem.Longest && Stem.Of(pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {Stem.Of(pair.First)}, in the index {pair.Second}");
        Assert.True(words.Length > 4_000);
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> WordsOfTheSampleArticles()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("articles"), "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file, Encoding.UTF8);
            var words = new List<string>();
            foreach (var (start, length) in new Words(text)) words.Add(Words.WithoutApostrophes(text.Substring(start, length)));
            foreach (var word in words) yield return word;
        }
    }

    // The terms that SQLite makes of the words, in their order.
    private static List<string> Index(string[] words)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Execute("CREATE VIRTUAL TABLE t USING fts5(word, tokenize='porter unicode61 remove_diacritics 2'); CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)");
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO t (rowid, word) VALUES (@Id, @Word)", words.Select((word, at) => new { Id = at, Word = word }), transaction);
        transaction.Commit();
        return [.. connection.Query<string>("SELECT term FROM v ORDER BY doc, offset")];
    }
}
