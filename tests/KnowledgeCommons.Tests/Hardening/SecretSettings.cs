using System.Text;
using System.Text.RegularExpressions;
using KnowledgeCommons.Server;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Every setting that holds a secret, and how a site is given one that can be known again wherever it turns up.</summary>
internal static partial class SecretSettings
{
    private const string Mark = "S3CR3T";

    /// <summary>They look like secrets by their names, and are none.</summary>
    public static readonly string[] NoSecrets = ["JwtOptions.Keys"];

    /// <summary>They do not look like secrets, and may be.</summary>
    public static readonly string[] SecretAllTheSame = ["ChannelSettings.Url", "ContentOptions.Source"];

    // Padded, so that it is as long as the key of a signature has to be.
    private static string Signing(string what) => "whsec_" + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Mark}-{what}".PadRight(32, '-')));

    /// <summary>The settings of a site in which each of them is set, by the property that holds it; systems that answer stand at <paramref name="elsewhere"/>.</summary>
    public static IReadOnlyDictionary<string, string[]> At(string elsewhere, string mark = Mark) => new Dictionary<string, string[]>
    {
        ["IdentityOptions.PersonKey"] = [$"--Identity:PersonKey={mark}-of-persons-and-longer"],
        ["OidcOptions.ClientSecret"] = [$"--Identity:Oidc:ClientSecret={mark}-oidc"],
        ["MailOptions.Password"] = ["--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=desk@example.com", "--Mail:User=desk", "--Mail:StartTls=false", $"--Mail:Password={mark}-mail"],
        ["ContactOptions.Token"] = [$"--Contacts:Token={mark}-contacts-token"],
        ["HealthOptions.Token"] = [$"--Health:Token={mark}-health-token-for-tests"],
        ["ContentOptions.HookSecret"] = [$"--Content:HookSecret={mark}-hook"],
        ["ForgeOptions.Token"] = ["--Forge:Kind=gitlab", $"--Forge:Url={elsewhere}", "--Forge:Project=help/articles", $"--Forge:Token={mark}-forge"],
        ["ChannelSettings.Token"] =
        [
            .. Channel("zendesk", elsewhere), "--Channels:zendesk:User=desk@example.com", $"--Channels:zendesk:Token={mark}-zendesk",
            .. Channel("jira", elsewhere), "--Channels:jira:User=desk@example.com", $"--Channels:jira:Token={mark}-jira", "--Channels:jira:ServiceDesk=1", "--Channels:jira:RequestType=2",
            .. Channel("servicenow", elsewhere), "--Channels:servicenow:User=desk", $"--Channels:servicenow:Token={mark}-servicenow",
            .. Channel("zammad", elsewhere), $"--Channels:zammad:Token={mark}-zammad", "--Channels:zammad:Group=Users", "--Channels:zammad:Customer=desk@example.com",
            .. Channel("slack", elsewhere), $"--Channels:slack:Token={mark}-slack", "--Channels:slack:Room=C1"
        ],
        ["ChannelSettings.Secret"] = [.. Channel("webhook", elsewhere), $"--Channels:webhook:Secret={Signing("webhook")}"],
        ["ChannelSettings.HookSecret"] = [$"--Channels:zendesk:HookSecret={mark}-of-hooks", $"--Channels:webhook:HookSecret={Signing("of hooks")}"],
        ["ChannelSettings.Url"] = ["--Channels:teams:Kind=teams", $"--Channels:teams:Url={elsewhere}/{mark}/workflows/triggers/manual"],
        // Where the articles come from is another test's: here they lie in a folder.
        ["ContentOptions.Source"] = []
    };

    /// <summary>Properties of the settings whose names say that they may hold a secret.</summary>
    public static IEnumerable<string> ByName =>
        from type in typeof(SiteHost).Assembly.GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)
        from property in type.GetProperties()
        where property.CanWrite && property.PropertyType == typeof(string) && Suspicious().IsMatch(property.Name)
        select $"{type.Name}.{property.Name}";

    /// <summary>Whether one of them stands in a text: as it is, or within something that was put into base64.</summary>
    public static bool AreIn(string text) => Forms.Any(form => text.Contains(form, StringComparison.Ordinal));

    private static readonly string[] Forms = [Mark, .. Enumerable.Range(0, 3).Select(InBase64)];

    // What stays the same of it whatever stands around it, when so many bytes of three stand in front.
    private static string InBase64(int before)
    {
        const int bits = 6;
        var whole = Convert.ToBase64String([.. new byte[before], .. Encoding.ASCII.GetBytes(Mark)]);
        return whole[((before * 8 + bits - 1) / bits)..((before + Mark.Length) * 8 / bits)];
    }

    private static string[] Channel(string kind, string url) => [$"--Channels:{kind}:Kind={kind}", $"--Channels:{kind}:Url={url}"];

    [GeneratedRegex("Secret|Password|Passphrase|Token|Key|Credential|ConnectionString")]
    private static partial Regex Suspicious();
}
