using System.Diagnostics;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>How git is called: never through a shell, and nothing of the caller's or the repository's surroundings can make it run something else.</summary>
internal static class GitCommand
{
    private static readonly string[] Always =
    [
        "-c", "protocol.ext.allow=never",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.fsmonitor=false",
        "-c", "log.showSignature=false",
        "-c", "gc.autoDetach=false",
        "-c", "maintenance.autoDetach=false",
        "-c", "http.lowSpeedLimit=1",
        "-c", "http.lowSpeedTime=60",
    ];

    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", [.. Always, .. arguments])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        CleanEnvironment(start.Environment);
        return start;
    }

    /// <summary>Runs git to its end and gives its whole output; meant for short answers.</summary>
    public static async Task<GitAnswer> AskAsync(IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancel)
    {
        await using var git = GitProcess.Start(arguments, patience, cancel);
        git.Input.Close();
        var output = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await git.ReadAsync(buffer) is > 0 and var count)
            output.Write(buffer, 0, count);
        return await git.FinishAsync() with { Output = output.ToArray() };
    }

    private static void CleanEnvironment(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_ALLOW_PROTOCOL"] = "file:git:http:https:ssh";
        environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        environment["GIT_OPTIONAL_LOCKS"] = "0";
        environment["GCM_INTERACTIVE"] = "never";
        environment["LC_ALL"] = "C";
        // ssh asks on the terminal unless it is told to ask a program: this one refuses.
        environment.TryAdd("SSH_ASKPASS", "false");
        environment["SSH_ASKPASS_REQUIRE"] = "force";
    }
}
