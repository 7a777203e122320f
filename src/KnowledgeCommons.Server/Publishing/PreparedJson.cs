using System.Text.Json;
using System.Text.Json.Serialization;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>How a prepared article is written into its row; HTML and source have columns of their own.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(SlugConverter)])]
[JsonSerializable(typeof(PreparedArticle))]
internal sealed partial class PreparedJson : JsonSerializerContext;

internal sealed class SlugConverter : JsonConverter<Slug>
{
    public override Slug Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Slug.TryParse(reader.GetString(), null, out var slug) ? slug : throw new JsonException("Not an address.");

    public override void Write(Utf8JsonWriter writer, Slug value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
