using System.Text.Json;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>How an index writes down for whom its articles are; the same for equal gates. For everybody: nothing.</summary>
internal static class GateMark
{
    public static string Write(Gate gate) => gate.IsOpen
        ? ""
        : JsonSerializer.Serialize((string[][][])[Groups(gate.For), Groups(gate.Unless)]);

    public static Gate Read(string written)
    {
        if (written.Length == 0) return Gate.Open;
        var parts = JsonSerializer.Deserialize<string[][][]>(written) ?? throw new JsonException("An empty gate.");
        return new Gate([.. parts[0].Select(Audience.Of)], [.. parts[1].Select(Audience.Of)]);
    }

    private static string[][] Groups(IReadOnlyList<Audience> audiences) => [.. audiences.Select(audience => audience.Groups.ToArray())];
}
