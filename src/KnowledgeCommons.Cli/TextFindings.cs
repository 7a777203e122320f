using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Cli;

/// <summary>One finding a paragraph: place, what is wrong, what to do; then a line that counts.</summary>
internal sealed class TextFindings : FindingPrinter
{
    public override void Print(BuiltLibrary built, TextWriter output)
    {
        foreach (var finding in built.Findings)
        {
            var place = finding.Line > 0 ? $"{finding.Path}:{finding.Line}" : finding.Path;
            output.WriteLine($"{place}: {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}");
            output.WriteLine($"  {finding.Message}");
            output.WriteLine($"  {finding.Hint}");
        }
        int Count(Severity severity) => built.Findings.Count(finding => finding.Severity == severity);
        output.WriteLine($"{built.Library.Articles.Count} articles, {Count(Severity.Error)} errors, {Count(Severity.Warning)} warnings, {Count(Severity.Note)} notes");
    }
}
