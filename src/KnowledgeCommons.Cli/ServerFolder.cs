using System.CommandLine;

namespace KnowledgeCommons.Cli;

/// <summary>The data folder of a server, beside which a command works.</summary>
internal static class ServerFolder
{
    public const string Usual = "data";

    public static Option<string> Option() => new("--data") { Description = "The server's data folder.", DefaultValueFactory = _ => Usual };

    /// <summary>A sentence when there is no such folder; null when there is.</summary>
    public static string? Missing(string folder) =>
        Directory.Exists(folder) ? null : $"There is no data folder {Path.GetFullPath(folder)}. Start the server once, or name its folder with --data.";
}
