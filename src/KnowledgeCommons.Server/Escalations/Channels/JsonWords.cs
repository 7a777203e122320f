using System.Text.Json;
using System.Text.Json.Nodes;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>Reads what others send, whose numbers and texts are not always what their documentation says.</summary>
internal static class JsonWords
{
    /// <summary>The text or number at a path of property names; null when it is not there, null or empty, or something else.</summary>
    public static string? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var step in path) node = (node as JsonObject)?[step];
        return node is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
            && node.ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The property; null when it is not there, or this is no object.</summary>
    public static JsonNode? Child(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.True;

    public static bool IsFalse(this JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.False;
}
