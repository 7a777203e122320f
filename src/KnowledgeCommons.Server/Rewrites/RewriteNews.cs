using System.Data.Common;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>Puts what people and the forge have to hear of into the outbox, within the transaction of what they hear of. Each is told once.</summary>
internal sealed class RewriteNews(Outbox outbox, PublishedLibrary published, IOptions<MailOptions> mail, IOptions<ForgeOptions> forge)
{
    /// <summary>Whether anything can be mailed.</summary>
    public bool Mails => mail.Value.IsSetUp;

    /// <summary>An entry of a timeline for one person; a team's members get it each. Nothing for nobody, and where nobody can be written to.</summary>
    public async Task ForPersonAsync(DbConnection connection, string? key, RewriteEvent entry)
    {
        foreach (var address in AddressesOf(key)) await MailAsync(connection, StepLetters.KindOfMail, entry.Id, address);
    }

    /// <summary>An entry of a timeline for the case's issue, if there is a forge. Which entries it tells of, the channel decides.</summary>
    public Task ForForgeAsync(DbConnection connection, RewriteCase about, RewriteEvent entry) => forge.Value.IsSetUp && ForgeChannel.Tells(entry)
        ? outbox.AddAsync(connection, RewriteBook.Forge, new Notice(about.Id, entry.Id, Addressee.Follower, forge.Value.Place) { Kind = RewriteBook.Forge })
        : Task.CompletedTask;

    /// <summary>A mail of some kind about something; nothing when no mail server is set up.</summary>
    public Task MailAsync(DbConnection connection, string kind, string about, string address) =>
        Mails ? outbox.AddAsync(connection, MailChannel.ChannelName, Notice.OfLetter(kind, about, address)) : Task.CompletedTask;

    /// <summary>A person's own address; those of a team's members when it has none of its own.</summary>
    public IReadOnlyList<string> AddressesOf(string? key)
    {
        var people = published.People;
        if (people.Find(key) is not { } person) return [];
        var own = Usable(person);
        return own.Count > 0 ? own : [.. person.Members.Select(people.Find).OfType<Person>().SelectMany(Usable).Distinct()];
    }

    private static IReadOnlyList<string> Usable(Person person) => person.Email is { } address && ContactAddress.IsEmail(address) ? [address] : [];
}
