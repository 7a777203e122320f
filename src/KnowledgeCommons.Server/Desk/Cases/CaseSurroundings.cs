using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KnowledgeCommons.Server.Desk;

/// <summary>Finds what belongs to a case, and articles that may answer it. Its searches are not kept.</summary>
internal sealed class CaseSurroundings(CaseMerging merging, ISearchEngine engine, PublishedLibrary published, Texts texts, IOptions<SiteOptions> site)
{
    private const int MostOffered = 5;
    private const int MostFound = 8;
    private const int LongestQuery = 300;

    public async Task<CaseAround> OfAsync(Story story, CancellationToken cancel)
    {
        var (main, others) = await merging.AroundAsync(story.Case, cancel);
        var read = story.Lines.Where(line => line.Kind == CaseLineRow.Article).Select(line => line.Reference).Append(story.Case.Article).ToHashSet();
        return new CaseAround(main, others, [.. Find(story.Case.Problem, MostOffered).Select(choice => choice with { WasRead = read.Contains(choice.Slug) })]);
    }

    /// <summary>The best articles for some words, or the one whose address was pasted.</summary>
    public IEnumerable<ArticleChoice> ArticlesFor(string typed) =>
        HelpContexts.Find(published.Seen, CaseForms.SlugIn(typed.Trim())) is { } named ? [Choice(named.Slug, named.Title)] : Find(typed, MostFound);

    /// <summary>The fields of an answer that begins with an article; none when there is no such article.</summary>
    public IFormCollection AnswerWith(string? slug) => HelpContexts.Find(published.Seen, slug ?? "") is { } article
        ? new FormCollection(new Dictionary<string, StringValues> { ["article"] = article.Slug.Value, ["text"] = Choice(article.Slug, article.Title).Insert + "\n" })
        : FormCollection.Empty;

    private IEnumerable<ArticleChoice> Find(string words, int most) =>
        engine.Search(new SearchQuery(words.Trim()[..Math.Min(words.Trim().Length, LongestQuery)], most) { Clearance = published.Clearance }).Hits.Select(hit => Choice(hit.Slug, hit.Title));

    private ArticleChoice Choice(Slug slug, string title) => new(slug.Value, title,
        texts.With("deskcase.answer.insert", ("title", title), ("url", (site.Value.BaseUrl ?? "").TrimEnd('/') + slug.Url)));
}
