using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KnowledgeCommons.Tests.Sources;

/// <summary>A real repository in a temp folder, independent of the machine's git settings; deleted afterwards.</summary>
internal sealed class GitRepository : IDisposable
{
    public const string Ada = "Ada Lovelace <ada@example.org>";
    public const string Grace = "Grace Hopper <grace@example.org>";

    private readonly TempFolder _folder = new();
    private readonly TimeSpan _step = TimeSpan.FromMinutes(1);
    private DateTimeOffset _now = new(2024, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private GitRepository(string[] arguments) => Run(["init", "--quiet", .. arguments, _folder.Path]);

    public string Path => _folder.Path;

    public static GitRepository Init(string branch = "main") => new(["--initial-branch", branch]);

    public static GitRepository InitBare(string branch = "main") => new(["--bare", "--initial-branch", branch]);

    public GitRepository Write(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    public GitRepository Write(string path, byte[] bytes)
    {
        _folder.Write(path, bytes);
        return this;
    }

    public GitRepository Delete(string path)
    {
        File.Delete(_folder.Of(path));
        return this;
    }

    public GitRepository Move(string from, string to)
    {
        Directory.CreateDirectory(Directory.GetParent(_folder.Of(to))?.FullName ?? Path);
        File.Move(_folder.Of(from), _folder.Of(to));
        return this;
    }

    /// <summary>Commits everything there is; author as "Name &lt;mail&gt;"; without a time, a minute after the last commit. Gives the commit's hash.</summary>
    public string Commit(string author = Ada, DateTimeOffset? at = null, string message = "A change")
    {
        _now = at ?? _now + _step;
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--allow-empty-message", "--author", author, "-m", message);
        return Head;
    }

    public string Head => Git("rev-parse", "HEAD").Trim();

    public void Push(GitRepository to, string branch = "main") => Git("push", "--quiet", "--force", to.Path, $"HEAD:refs/heads/{branch}");

    /// <summary>Runs git in this repository and gives its output; fails when git does.</summary>
    public string Git(params string[] arguments) =>
        Run(["-C", Path, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgSign=false", "-c", "protocol.file.allow=always", .. arguments]);

    /// <summary>As <see cref="Git"/>, with bytes for git to read: for trees and commits that git itself would not make.</summary>
    public string GitWith(byte[] input, params string[] arguments) => Run(["-C", Path, .. arguments], input);

    public void Dispose() => _folder.Dispose();

    private string Run(string[] arguments, byte[]? input = null)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " +0000";
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var complaint = git.StandardError.ReadToEndAsync();
        git.StandardInput.BaseStream.Write(input ?? []);
        git.StandardInput.Close();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {complaint.Result}");
    }
}
