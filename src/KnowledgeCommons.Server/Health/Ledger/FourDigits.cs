using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeCommons.Server.Health;

/// <summary>Writes numbers with four digits that count: nobody reads more, and fifty thousand judgements are written in a night.</summary>
internal sealed class FourDigits : JsonConverter<double>
{
    private const int Digits = 4;
    private const int MostDecimals = 15;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Rounded(value));

    private static double Rounded(double value) =>
        value == 0 || !double.IsFinite(value) ? value : Math.Round(value, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, MostDecimals));
}
