namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>Everything that an operator would ask about speed, measured in one run on a copy of a folder of articles.</summary>
internal static class SystemRun
{
    public static async Task<int> RunAsync(string folder)
    {
        var root = Directory.CreateTempSubdirectory("kc-bench-").FullName;
        try
        {
            var articles = Path.Combine(root, "articles");
            Copy(folder, articles);
            var table = new ResultTable($"{Directory.EnumerateFiles(articles, "*.md", SearchOption.AllDirectories).Count()} articles, {Environment.ProcessorCount} cores");
            await new PublishRuns(articles, root, table).RunAsync();
            await new LoadRuns(articles, Path.Combine(root, "data"), table).RunAsync();
            table.Print(Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? to);
            File.Copy(file, copy);
        }
    }
}
