using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// How an index holds for whom an article is: as a word beside its language, by which a search leaves out what is not for whoever asks, and as text from which it is read
/// again. An article for everybody has neither.
/// </summary>
internal static class GateMark
{
    private const int HashBytes = 8;

    /// <summary>Looks like a language to <see cref="Within"/>. The same for equal gates.</summary>
    public static string Of(Gate gate) => "gate" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(gate))).AsSpan(0, HashBytes));

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
