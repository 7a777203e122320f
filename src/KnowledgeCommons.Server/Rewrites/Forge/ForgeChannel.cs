using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Brings rewrite cases to the forge, by the same outbox as everything else. What happens to the issue there changes nothing here: our case says how things
/// stand, and goes on being told there.
/// </summary>
internal sealed class ForgeChannel(Forge forge, Database database, PublishedLibrary published, IssueTexts texts) : IChannel
{
    private static readonly string[] Told =
    [
        RewriteEvent.Opened, RewriteEvent.Published, RewriteEvent.Proven, RewriteEvent.Reopened, RewriteEvent.Unverified, RewriteEvent.Faded, RewriteEvent.Declined,
        RewriteEvent.ProductFix, RewriteEvent.ProductFixed
    ];

    public string Name => RewriteBook.Forge;

    /// <summary>Whether an entry of a timeline is told to the forge; assignments and what readers say are not.</summary>
    public static bool Tells(RewriteEvent entry) => Told.Contains(entry.Kind);

    public IReadOnlyList<string> AddressesOf(CaseRow subject, Addressee audience) => [];

    public Task<Delivery> DeliverAsync(Message message, CancellationToken cancel) =>
        Task.FromResult<Delivery>(new Delivery.Refused("The forge hears of rewrites only."));

    public async Task<Delivery> DeliverAsync(Errand errand, CancellationToken cancel)
    {
        var (about, told, complaints) = await database.ReadAsync(async connection =>
        {
            var found = await RewriteBook.FindAsync(connection, errand.Subject);
            return (found, await RewriteBook.FindEventAsync(connection, errand.Event),
                found is null ? [] : await Complaints.OfAsync(connection, found.Article, found.Revision));
        }, cancel);
        if (about is null || told is null) return new Delivery.Refused("The rewrite case is no longer here.");
        return errand.Ticket is { } issue
            ? await StepAsync(issue, about, told, errand, cancel)
            : await OpenAsync(about, complaints, told, errand, cancel);
    }

    private async Task<Delivery> OpenAsync(RewriteCase about, IReadOnlyList<Complaint> complaints, RewriteEvent told, Errand errand, CancellationToken cancel)
    {
        var article = published.Whole.FindById(about.Article);
        var text = texts.Opening(about, article, complaints, told, errand.Key);
        return (errand.MayBeThere ? await forge.FindAsync(text, cancel) : null) ?? await forge.OpenAsync(text, cancel);
    }

    private async Task<Delivery> StepAsync(ForeignTicket issue, RewriteCase about, RewriteEvent told, Errand errand, CancellationToken cancel)
    {
        if (told.Kind == RewriteEvent.Opened) return new Delivery.Delivered();
        var text = texts.Step(about, told, errand.Key);
        return (errand.MayBeThere ? await forge.FindCommentAsync(issue, text, cancel) : null) ?? await forge.CommentAsync(issue, text, cancel);
    }
}
