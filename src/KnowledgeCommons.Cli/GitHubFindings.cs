using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Cli;

/// <summary>Workflow commands that GitHub shows beside the changed lines.</summary>
internal sealed class GitHubFindings : FindingPrinter
{
    public override void Print(BuiltLibrary built, TextWriter output)
    {
        foreach (var finding in built.Findings)
        {
            var kind = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            output.WriteLine($"::{kind} file={Property(finding.Path)},line={Math.Max(1, finding.Line)},title={Property(finding.Rule)}::{Text($"{finding.Message} {finding.Hint}")}");
        }
    }

    // The escapes of GitHub's own toolkit (actions/toolkit, command.ts).
    private static string Text(string value) =>
        value.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string value) =>
        Text(value).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
