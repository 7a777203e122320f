namespace KnowledgeCommons.Server.Hosting;

internal static class InstalledFolder
{
    /// <summary>A folder named in settings: as given (from where the server was started) or, when it is not there, beside the program.</summary>
    public static string Find(string named)
    {
        var given = Path.GetFullPath(named);
        return Directory.Exists(given) || Path.IsPathRooted(named) ? given : Path.Combine(AppContext.BaseDirectory, named);
    }
}
