using System.Text;
using Dapper;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Privacy;

/// <summary>Looks for words in every table, and in the raw bytes of the database and its log, whatever the case of their letters.</summary>
internal sealed class TraceProof(Database database)
{
    private const int Chunk = 4 * 1024 * 1024;

    /// <summary>Where one of them stands; nothing when no trace is left.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(IReadOnlyList<string> marks, CancellationToken cancel)
    {
        var places = await database.ReadAsync(async connection =>
        {
            var found = new List<string>();
            foreach (var table in KeptTables.All)
                foreach (var column in table.Columns)
                    foreach (var mark in marks)
                        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table.Name} WHERE lower(CAST({column.Name} AS TEXT)) LIKE @like ESCAPE '\\'", new { like = LikeOf(mark) }) is > 0 and var rows)
                            found.Add($"{table.Name}.{column.Name} ({rows})");
            return found;
        }, cancel);
        var bytes = marks.Select(mark => Encoding.UTF8.GetBytes(Lower(mark))).ToList();
        foreach (var file in database.Files.Where(File.Exists))
            if (await HoldsAsync(file, bytes, cancel)) places.Add(Path.GetFileName(file));
        return [.. places.Distinct()];
    }

    private static async Task<bool> HoldsAsync(string path, IReadOnlyList<byte[]> marks, CancellationToken cancel)
    {
        var overlap = marks.Select(mark => mark.Length).DefaultIfEmpty(0).Max();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[Chunk + overlap];
        var kept = 0;
        while (await file.ReadAsync(buffer.AsMemory(kept, Chunk), cancel) is > 0 and var read)
        {
            var seen = kept + read;
            for (var at = kept; at < seen; at++)
                if (buffer[at] is >= (byte)'A' and <= (byte)'Z') buffer[at] |= 0x20;
            if (marks.Any(mark => buffer.AsSpan(0, seen).IndexOf(mark) >= 0)) return true;
            // What lies across the edge of two pieces is found with the next.
            kept = Math.Min(overlap, seen);
            buffer.AsSpan(seen - kept, kept).CopyTo(buffer);
        }
        return false;
    }

    // As SQLite's lower(): ASCII letters only.
    private static string Lower(string mark) => string.Concat(mark.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter | 0x20) : letter));

    private static string LikeOf(string mark) =>
        $"%{Lower(mark).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
