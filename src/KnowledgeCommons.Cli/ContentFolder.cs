using System.CommandLine;

namespace KnowledgeCommons.Cli;

internal static class ContentFolder
{
    public const string Usual = "articles";

    public static Argument<string?> Argument() => new("FOLDER")
    {
        Description = "The folder with the articles.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => Usual
    };
}
