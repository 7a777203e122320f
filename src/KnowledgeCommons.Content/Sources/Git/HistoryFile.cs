using System.Text.Json;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Keeps the history beside the clone, so that a restart reads only what is new. It may be deleted at any time.</summary>
internal sealed class HistoryFile(string path)
{
    // Another number when the meaning of what is kept changes.
    private const int Format = 1;

    /// <summary>Null when there is none, or none that can be used.</summary>
    public async Task<BranchHistory?> LoadAsync(CancellationToken cancel)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var kept = await JsonSerializer.DeserializeAsync<Kept>(stream, cancellationToken: cancel);
            return kept is { Format: Format, History: { } history } && IsHash(history.Commit) ? history : null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SaveAsync(BranchHistory history, CancellationToken cancel)
    {
        var unfinished = path + ".new";
        await using (var stream = File.Create(unfinished))
            await JsonSerializer.SerializeAsync(stream, new Kept(Format, history), cancellationToken: cancel);
        File.Move(unfinished, path, overwrite: true);
    }

    private static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    private sealed record Kept(int Format, BranchHistory History);
}
