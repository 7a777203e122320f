using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Cli;

/// <summary>An object with the number of articles and the array of findings.</summary>
internal sealed class JsonFindings : FindingPrinter
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }
    };

    public override void Print(BuiltLibrary built, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new { articles = built.Library.Articles.Count, findings = built.Findings }, Readable));
}
