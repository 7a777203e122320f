using KnowledgeCommons.Content.Building;

namespace KnowledgeCommons.Cli;

/// <summary>Writes the findings of a library in one of the formats.</summary>
internal abstract class FindingPrinter
{
    public static FindingPrinter For(string format) => format switch
    {
        "json" => new JsonFindings(),
        "github" => new GitHubFindings(),
        _ => new TextFindings()
    };

    public abstract void Print(BuiltLibrary built, TextWriter output);
}
