namespace KnowledgeCommons.Server.Identity;

/// <summary>Long is what counts; nothing else is asked for.</summary>
internal static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestDifferent = 5;

    /// <summary>Why it cannot be taken, as a key below signin.password in the theme's texts; null when it can.</summary>
    public static string? Wrong(string password, string login) =>
        password.Length < Shortest ? "short"
        : password.Length > Longest ? "long"
        : password.Distinct().Count() < FewestDifferent || password.Contains(login, StringComparison.OrdinalIgnoreCase) ? "easy"
        : null;
}
