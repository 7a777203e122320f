namespace KnowledgeCommons.Server.Searching;

/// <summary>The engines that this build has, by their name in the setting Search:Engine. Each keeps its index in the data folder, apart from the others'.</summary>
internal static partial class SearchEngines
{
    public const string Usual = "Sqlite";

    private static readonly Dictionary<string, Func<string, ILoggerFactory, SearchEngine>> All = Built();

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Opens the index in a folder that exists; the name is one of <see cref="Names"/>.</summary>
    public static SearchEngine Open(string name, string folder, ILoggerFactory logs) => All[name](folder, logs);

    private static Dictionary<string, Func<string, ILoggerFactory, SearchEngine>> Built()
    {
        Dictionary<string, Func<string, ILoggerFactory, SearchEngine>> all = new()
        {
            [Usual] = (folder, logs) => new SqliteSearchEngine(Path.Combine(folder, "search.db"), logs.CreateLogger<SqliteSearchEngine>())
        };
        AddOptional(all);
        return all;
    }

    // Written by an engine that is built only when asked for (src/KnowledgeCommons.Search.Lucene); without one, nothing happens here.
    static partial void AddOptional(Dictionary<string, Func<string, ILoggerFactory, SearchEngine>> all);
}
