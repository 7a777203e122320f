namespace KnowledgeCommons.Server.Searching;

/// <summary>The language in which a reader would rather read, as their browser says with every request (RFC 9110, Accept-Language).</summary>
internal static class ReaderLanguage
{
    /// <summary>The first language of the reader in which there are articles, spelled as the articles spell it; null when there is none.</summary>
    public static string? Of(HttpRequest request, SearchScope scope)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is not 0).OrderByDescending(language => language.Quality ?? 1);
        return wanted.Select(language => Closest(language.Value.ToString(), scope.Languages)).FirstOrDefault(language => language is not null);
    }

    // Somebody who reads Austrian German reads German.
    private static string? Closest(string wanted, IReadOnlyList<string> languages) =>
        languages.FirstOrDefault(language => language.Equals(wanted, StringComparison.OrdinalIgnoreCase))
        ?? languages.FirstOrDefault(language => MainOf(language).Equals(MainOf(wanted), StringComparison.OrdinalIgnoreCase));

    private static string MainOf(string language) => language.Split('-')[0];
}
