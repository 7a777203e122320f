namespace KnowledgeCommons.Cli;

internal static class ExitCode
{
    public const int Done = 0;
    public const int Findings = 1;
    public const int WrongUsage = 2;
}
