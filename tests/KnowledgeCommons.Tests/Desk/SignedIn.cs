using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Desk;

/// <summary>A help site whose people sign in by a proxy, with one group that a test gives a role.</summary>
internal static class SignedIn
{
    private const string Group = "desk";

    /// <param name="role">As settings call it: Technician, Owner or Administrator.</param>
    public static Task<TestSite> StartAsync(string people, string role) => HelpSite.StartAsync(site => site.Write("_people.yml", people),
        "--Identity:Mode=Proxy", "--Identity:AnonymousReading=true", "--Identity:Proxy:Addresses:0=127.0.0.0/8", $"--Identity:Roles:{role}:0={Group}");

    /// <summary>Somebody at another browser, whom the proxy knows.</summary>
    public static HttpClient As(this TestSite site, string account, string? name = null)
    {
        var client = site.NewReader();
        client.DefaultRequestHeaders.Add("Remote-User", account);
        client.DefaultRequestHeaders.Add("Remote-Groups", Group);
        if (name is not null) client.DefaultRequestHeaders.Add("Remote-Name", name);
        return client;
    }
}
