using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// Who sits at the desk. Whoever signed in is the person whose account that is in <c>_people.yml</c>, and can be nobody else. All others choose once, kept in a cookie;
/// a name that has an account is only for those who do not sign in at all. Where nobody can be chosen, it is whom they signed in as, or the service desk as such.
/// </summary>
internal sealed class Technician(PublishedLibrary published, DutyDesk duty, SiteClock clock, Texts texts)
{
    public const string Cookie = "kc-desk";
    private const string Path = "/desk";
    public const string Field = "me";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Those whom somebody can say that they are: people, not teams, by name. Nobody for whoever is known.</summary>
    public IReadOnlyList<Person> ChoicesOf(HttpContext http) => Known(http) is not null ? [] :
    [
        .. published.People.ByKey.Values.Where(person => MayBe(http, person) && !duty.HasLeft(person, clock.Now))
            .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)
    ];

    /// <summary>Whose account this is; null when nobody signed in, or nobody is listed with it.</summary>
    public Person? Known(HttpContext http) => http.Visitor().Account is { } account ? published.People.WithAccount(account) : null;

    /// <summary>Null when somebody still has to say who they are.</summary>
    public Person? Of(HttpContext http)
    {
        if (Known(http) is { } person) return person;
        return ChoicesOf(http).Count == 0
            ? new Person("", http.Visitor().Name ?? texts["help.servicedesk"], "", Email: null, Phone: null, [])
            : Find(http, http.Request.Cookies[OwnCookie.Name(http, Cookie, Path)]);
    }

    /// <summary>Keeps the choice; null when there is no such person, or none can be chosen.</summary>
    public Person? Choose(HttpContext http, string? key)
    {
        if (Known(http) is not null || Find(http, key) is not { } person) return null;
        http.Response.Cookies.Append(OwnCookie.Name(http, Cookie, Path), person.Key, OwnCookie.Options(http, Lifetime, Path, SameSiteMode.Strict));
        return person;
    }

    /// <summary>Who sends a form that may say who they are; null when somebody still has to.</summary>
    public Person? Sending(HttpContext http, string? key) => Choose(http, key) ?? Of(http);

    /// <summary>What is written down of who looks: whom they signed in as, and where nobody does, whom they said they are.</summary>
    public string NameOf(HttpContext http) =>
        (http.Visitor() is { Account: { } account } visitor ? Known(http)?.Name ?? visitor.Name ?? account : Of(http)?.Name) ?? texts["audit.somebody"];

    /// <summary>A person's own key and those of their teams: what is theirs to do.</summary>
    public IReadOnlyList<string> KeysOf(Person person) =>
        [person.Key, .. published.People.ByKey.Values.Where(team => team.Members.Contains(person.Key)).Select(team => team.Key)];

    private Person? Find(HttpContext http, string? key) => published.People.Find(key) is { } person && MayBe(http, person) ? person : null;

    private static bool MayBe(HttpContext http, Person person) => !person.IsTeam && (person.Accounts.Count == 0 || http.Visitor().Account is null);
}
