using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Publishing;
using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Desk;

/// <summary>
/// Who sits at the desk: chosen once from <c>_people.yml</c> and kept in a cookie. Where nobody is listed, the service desk as such.
/// </summary>
internal sealed class Technician(PublishedLibrary published, DutyDesk duty, SiteClock clock, Texts texts)
{
    public const string Cookie = "kc-desk";
    private const string Path = "/desk";
    public const string Field = "me";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Those who can sit here: people, not teams, by name.</summary>
    public IReadOnlyList<Person> Choices =>
    [
        .. published.People.ByKey.Values.Where(person => !person.IsTeam && !duty.HasLeft(person, clock.Now))
            .OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase)
    ];

    /// <summary>Null when somebody still has to say who they are.</summary>
    public Person? Of(HttpContext http) =>
        Choices is { Count: 0 } ? new Person("", texts["help.servicedesk"], "", Email: null, Phone: null, []) : Find(http.Request.Cookies[OwnCookie.Name(http, Cookie, Path)]);

    /// <summary>Keeps the choice; null when there is no such person.</summary>
    public Person? Choose(HttpContext http, string? key)
    {
        if (Find(key) is not { } person) return null;
        http.Response.Cookies.Append(OwnCookie.Name(http, Cookie, Path), person.Key, OwnCookie.Options(http, Lifetime, Path, SameSiteMode.Strict));
        return person;
    }

    /// <summary>A person's own key and those of their teams: what is theirs to do.</summary>
    public IReadOnlyList<string> KeysOf(Person person) =>
        [person.Key, .. published.People.ByKey.Values.Where(team => team.Members.Contains(person.Key)).Select(team => team.Key)];

    private Person? Find(string? key) => published.People.Find(key) is { IsTeam: false } person ? person : null;
}
