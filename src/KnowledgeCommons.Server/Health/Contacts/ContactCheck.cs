using KnowledgeCommons.Server.Identity;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Health;

/// <summary>Turns what was sent about a ticket into a contact that can be stored, or says in a sentence why not. The person becomes a hash here.</summary>
internal sealed class ContactCheck(PersonKeys keys, IOptions<ContactOptions> options, TimeProvider time)
{
    // Comparing texts needs no more of them.
    private const int LongestSubject = 300;
    private const int LongestText = 4_000;

    // What is longer is no ticket, and may be a quote that was never closed.
    private const int LongestField = 1_000_000;
    private const int LongestSource = 40;
    private const int LongestId = 200;
    private const int LongestPerson = 254;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly StaffRule _staff = new(options.Value.Staff);

    /// <summary>Exactly one of the two is not null. <paramref name="dates"/> reads the dates.</summary>
    public (Contact? Contact, string? Refusal) Check(ContactFields sent, ContactDates dates)
    {
        if (Named(sent.Source, LongestSource) is not { } source || !source.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.'))
            return Refused("The source has to be a name of up to 40 letters, digits, hyphens, dots and underscores.");
        if (source == ContactSource.Here) return Refused($"The source cannot be called {source}: cases opened here are known already.");
        if (Named(sent.Id, LongestId) is not { } id) return Refused("There is no id, or it is longer than 200 characters or more than one line.");
        if (PersonOf(sent.Person) is not { } person)
            return Refused("There is no person, so nobody could tell whether the same person came back; or their address is longer than 254 characters.");
        if (TooLong(sent) is { } field) return Refused($"The field {field} is longer than 1,000,000 characters.");
        var (at, why) = dates.Read(sent.At);
        if (at is not { } instant) return Refused(why ?? "There is no date.");
        if (instant < Earliest) return Refused($"The date {instant:yyyy-MM-dd} lies before the year 2000.");
        if (instant > time.GetUtcNow() + ClocksDiffer) return Refused($"The date {instant:yyyy-MM-dd HH:mm} (UTC) lies in the future.");
        return (new Contact(source, id, keys.HashOf(person), instant)
        {
            Subject = Words(sent.Subject, LongestSubject),
            Text = Words(sent.Text, LongestText),
            Topic = Words(sent.Topic, LongestId),
            Article = ArticleAddress.Of(sent.Article),
            SolvedBy = ArticleAddress.Of(sent.SolvedBy),
            Reason = ContactReason.Find(sent.Reason)?.Key,
            RepeatOf = Named(sent.RepeatOf, LongestId),
            ClosedAt = dates.Read(sent.ClosedAt).At is { } closed && closed >= instant ? closed : null,
            IsStaff = _staff.Covers(person)
        }, null);
    }

    private static (Contact?, string?) Refused(string why) => (null, why);

    private static string? Named(string? written, int longest) => written?.Trim() is { Length: > 0 } name && name.Length <= longest && !name.Any(char.IsControl) ? name : null;

    private static string? Words(string? written, int longest) =>
        written?.Trim() is { Length: > 0 } words ? words[..Math.Min(longest, words.Length)].Replace('\0', ' ') : null;

    // "Ada Byron <ada@example.com>" is Ada, by her address.
    private static string? PersonOf(string? written)
    {
        var person = Named(written, LongestPerson * 2);
        if (person is [.., '>'] && person.LastIndexOf('<') is >= 0 and var open && open < person.Length - 2) person = person[(open + 1)..^1].Trim();
        return person is { Length: > 0 and <= LongestPerson } ? person : null;
    }

    private static string? TooLong(ContactFields sent) =>
        sent.Subject?.Length > LongestField ? "subject"
        : sent.Text?.Length > LongestField ? "text"
        : (sent.Topic?.Length ?? 0) + (sent.Article?.Length ?? 0) + (sent.SolvedBy?.Length ?? 0) > LongestField ? "topic or article"
        : null;
}
