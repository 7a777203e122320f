using System.Text;
using KnowledgeCommons.Server.Privacy;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Privacy;

/// <summary>The database as somebody finds it who has the files.</summary>
internal static class RawFiles
{
    /// <summary>Which of these words stand in the raw bytes of the database or its log.</summary>
    public static IReadOnlyList<string> Holding(this TestSite site, params IEnumerable<string> words)
    {
        var files = site.Services.GetRequiredService<Database>().Files.Where(File.Exists).Select(Bytes).ToList();
        return [.. words.Where(word => files.Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0))];
    }

    /// <summary>Every value of every table that the inventory knows, as text: "table.column: value".</summary>
    public static async Task<IReadOnlyList<(KeptTable Table, KeptColumn Column, string Value)>> DumpAsync(this TestSite site)
    {
        var all = new List<(KeptTable, KeptColumn, string)>();
        foreach (var table in KeptTables.All)
            foreach (var column in table.Columns)
                all.AddRange((await site.QueryAsync<string>($"SELECT CAST({column.Name} AS TEXT) FROM {table.Name} WHERE {column.Name} IS NOT NULL")).Select(value => (table, column, value)));
        return all;
    }

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
