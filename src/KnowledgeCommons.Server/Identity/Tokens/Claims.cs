using Microsoft.IdentityModel.JsonWebTokens;

namespace KnowledgeCommons.Server.Identity;

/// <summary>What a believed token says about a person.</summary>
internal static class Claims
{
    private const int Longest = 256;
    private const int MostGroups = 2000;
    private const string Events = "events";

    public static string? One(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var value) && value.Trim() is { Length: > 0 and <= Longest } text && !text.Any(char.IsControl) ? text : null;

    /// <summary>A list, or one group alone.</summary>
    public static IReadOnlyList<string> Many(JsonWebToken token, string claim) =>
        [.. token.Claims.Where(each => each.Type == claim && each.Value.Length is > 0 and <= Longest).Select(each => each.Value).Take(MostGroups)];

    /// <summary>A token that tells of an event, such as that somebody signed out, is no proof of who somebody is.</summary>
    public static bool IsOfEvent(JsonWebToken token) => token.Claims.Any(each => each.Type == Events);
}
