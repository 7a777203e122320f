using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// To which articles a contact belongs: the ones that people said it is about, else what the person had read in the 7 days before, weighed by how alike the
/// texts are and how long ago it was; and, when they had not read it, the article that fits their words best.
/// </summary>
internal sealed class Attribution(ISearchEngine engine, ArticleNames names)
{
    private const double LeastWeight = 0.01;

    // Two of three such contacts are about the article.
    private const double FitsBest = 0.66;
    private static readonly TimeSpan Window = TimeSpan.FromDays(Episodes.Days);

    public async Task<IReadOnlyList<ContactLink>> OfAsync(DbConnection connection, IncomingContact contact, Relatedness relatedness)
    {
        if (contact.IsStaff) return [];
        var read = await ReadBefore.ListAsync(connection, contact.Readers, contact.At, Window);
        var said = await SaidAsync(connection, contact, read);
        var links = said.Count > 0 ? said : Weighed(contact, read, relatedness);
        return [.. links, .. await DirectAsync(connection, contact, read, said, relatedness)];
    }

    private async Task<List<ContactLink>> SaidAsync(DbConnection connection, IncomingContact contact, IReadOnlyList<ReadBefore> read)
    {
        var links = new List<ContactLink>();
        foreach (var (said, revision) in contact.Said)
        {
            if (await names.IdOfAsync(connection, said) is not { } article || links.Any(link => link.Article == article)) continue;
            var reading = read.FirstOrDefault(each => each.Article == article);
            links.Add(Link(contact, article, ContactLink.Failed, weight: 1) with
            {
                Revision = revision ?? reading?.Revision ?? await ArticleNames.RevisionAtAsync(connection, article, contact.At),
                Day = reading?.BeganOn ?? Feedback.Readings.DayOf(contact.At)
            });
        }
        return links;
    }

    private List<ContactLink> Weighed(IncomingContact contact, IReadOnlyList<ReadBefore> read, Relatedness relatedness)
    {
        if (read.Count == 0) return [];
        var alike = engine.Likeness(contact.Words, [.. read.Select(each => each.Article)]);
        var shares = Shares.Of([.. read.Select(each => (relatedness.Of(alike.GetValueOrDefault(each.Article)), contact.At - each.LastAt))]);
        return [.. read.Zip(shares, (each, share) => Link(contact, each.Article, ContactLink.Failed, share) with { Revision = each.Revision, Day = each.BeganOn })
            .Where(link => link.Weight >= LeastWeight)];
    }

    private async Task<IReadOnlyList<ContactLink>> DirectAsync(
        DbConnection connection, IncomingContact contact, IReadOnlyList<ReadBefore> read, List<ContactLink> said, Relatedness relatedness)
    {
        if (contact.Words.Length == 0 || said.Count > 0) return [];
        if (engine.Search(new SearchQuery(contact.Words, Limit: 1) { IsLiteral = true, Clearance = Clearance.Whole }).Hits is not [var best]) return [];
        if (await names.IdOfAsync(connection, best.Slug.Value) is not { } article || read.Any(each => each.Article == article)) return [];
        if (relatedness.Of(engine.Likeness(contact.Words, [article]).GetValueOrDefault(article)) < FitsBest) return [];
        var revision = names.ById(article)?.Revision.Value ?? "";
        return [Link(contact, article, ContactLink.Direct, weight: 1) with { Revision = revision, Day = Feedback.Readings.DayOf(contact.At) }];
    }

    private static ContactLink Link(IncomingContact contact, string article, long kind, double weight) => new()
    {
        Source = contact.Source,
        Contact = contact.Id,
        Article = article,
        Kind = kind,
        At = contact.At,
        Person = contact.Person,
        Weight = weight,
        Reason = contact.Reason
    };
}
