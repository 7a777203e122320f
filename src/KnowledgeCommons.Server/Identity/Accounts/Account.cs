namespace KnowledgeCommons.Server.Identity;

/// <summary>Somebody who signs in with a password, as stored.</summary>
internal sealed record Account
{
    private const int LongestLogin = 100;
    private const string InLogins = ".-_@+";

    public string Id { get; init; } = "";
    public string Login { get; init; } = "";
    public string? Name { get; init; }
    public string Groups { get; init; } = "";
    public string? Password { get; init; }
    public DateTimeOffset? DisabledAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<string> GroupList => Groups.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>However it was typed.</summary>
    public static string LoginOf(string typed) => typed.Trim().ToLowerInvariant();

    public static bool IsLogin(string login) =>
        login.Length is > 1 and <= LongestLogin && login.All(letter => char.IsAsciiLetterOrDigit(letter) || InLogins.Contains(letter));

    public static string Joined(IEnumerable<string> groups) =>
        string.Join('\n', groups.SelectMany(group => group.Split(',', '\n')).Select(group => group.Trim()).Where(group => group.Length > 0).Distinct());
}
