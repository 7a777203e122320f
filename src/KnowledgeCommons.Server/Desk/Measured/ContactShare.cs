using KnowledgeCommons.Server.Health;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// How many of the attempts with articles ended with a contact, and with another one within the week. Contacts are sums of part persons, because one contact
/// may belong to several articles. <see cref="People"/> and <see cref="PeopleBack"/>: how many different people stand behind them.
/// </summary>
public sealed record ContactShare
{
    public string Topic { get; init; } = "";

    /// <summary>Weeks since 1970, see <see cref="WeekSeen"/>; only where weeks are asked for.</summary>
    public long Week { get; init; }
    public double Attempts { get; init; }
    public double Contacts { get; init; }
    public double Repeats { get; init; }
    public long People { get; init; }
    public long PeopleBack { get; init; }

    public RatePerHundred? ContactsRate => People >= MeasuredFigure.FewestPeople ? RatePerHundred.Of(Contacts, Attempts) : null;
    public RatePerHundred? RepeatsRate => PeopleBack >= MeasuredFigure.FewestPeople ? RatePerHundred.Of(Repeats, Attempts) : null;

    public bool IsShown => ContactsRate is not null;

    /// <summary>Together. People are added up: somebody in two topics counts in both.</summary>
    internal static ContactShare Sum(string topic, IEnumerable<ContactShare> shares) => shares.Aggregate(new ContactShare { Topic = topic }, (sum, each) => sum with
    {
        Attempts = sum.Attempts + each.Attempts,
        Contacts = sum.Contacts + each.Contacts,
        Repeats = sum.Repeats + each.Repeats,
        People = sum.People + each.People,
        PeopleBack = sum.PeopleBack + each.PeopleBack
    });
}
