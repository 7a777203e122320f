using KnowledgeCommons.Server.Themes;

namespace KnowledgeCommons.Server.Searching;

internal static class PlatformWords
{
    /// <summary>What people call the platform; its key when the theme has no word for it.</summary>
    public static string Platform(this Texts texts, string platform) =>
        texts.Has($"reading.platform.{platform}") ? texts[$"reading.platform.{platform}"] : platform;
}
