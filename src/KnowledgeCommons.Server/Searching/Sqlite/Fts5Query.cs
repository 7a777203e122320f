namespace KnowledgeCommons.Server.Searching;

/// <summary>Expressions in the query language of FTS5. Words stand in quotes, so that nothing a person types is ever syntax.</summary>
internal static class Fts5Query
{
    public static string Of(Expression sought) => sought switch
    {
        Following following => $"\"{following.Words}\"",
        Beginning beginning => $"\"{beginning.Letters}\"*",
        CodeForm code => $"codes : \"{code.Form}\"",
        Named named => $"{{title also_called symptoms headings language}} : ({Of(named.Part)})",
        Within within => $"({Of(within.Part)} {(within.IsOutside ? "NOT" : "AND")} ({string.Join(" OR ", within.Languages.Select(language => Of(new InLanguage(language))))}))",
        InLanguage language => $"language : \"{Mark(language.Language)}\"",
        AllOf all => $"({string.Join(" AND ", all.Parts.Select(Of))})",
        AnyOf any => $"({string.Join(" OR ", any.Parts.Select(Of))})",
        _ => throw new ArgumentException($"not known to FTS5: {sought.GetType().Name}", nameof(sought))
    };

    /// <summary>What stands for a language in the index: one word that nobody types and that no stemmer shortens.</summary>
    public static string Mark(string language) => $"zqx{string.Concat(language.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit))}0";
}
