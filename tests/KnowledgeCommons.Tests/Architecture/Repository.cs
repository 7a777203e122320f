namespace KnowledgeCommons.Tests.Architecture;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Relative(string file) => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>C# and Razor files below a folder, without what the build makes.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        from file in Directory.EnumerateFiles(Path(folder), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        where !Relative(file).Split('/').Any(part => part is "bin" or "obj")
        select file;

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "KnowledgeCommons.sln"))) at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("The tests run outside a checkout.");
    }
}
