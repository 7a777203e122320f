using System.Text;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Desk;

/// <summary>How long it takes to rewrite an article: a quarter of an hour to read the evidence, and its words at ten a minute.</summary>
internal static class RewriteWork
{
    private const double ToRead = 15;
    private const double WordsAMinute = 10;

    /// <summary>Minutes, a rough estimate that orders what to do first.</summary>
    public static double MinutesOf(Article article) => ToRead + (Words(article.Source.Span) / WordsAMinute);

    private static int Words(ReadOnlySpan<byte> source) => Encoding.UTF8.GetString(source).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
