using System.Text.Json;
using KnowledgeCommons.Server.Health.Model;

namespace KnowledgeCommons.Server.Health;

/// <summary>An estimate as it is stored: JSON with four digits, since nobody reads more of them.</summary>
internal static class EstimateText
{
    private static readonly JsonSerializerOptions Short = new() { Converters = { new FourDigits() } };

    public static string Of(ArticleEstimate estimate) => JsonSerializer.Serialize(estimate, Short);

    public static ArticleEstimate Read(string text) => JsonSerializer.Deserialize<ArticleEstimate>(text) ?? throw new JsonException("An estimate without numbers.");
}
