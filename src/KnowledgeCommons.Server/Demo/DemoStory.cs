namespace KnowledgeCommons.Server.Demo;

/// <summary>What is told about one article of the demo; demo-words.yml says what each line means.</summary>
internal sealed record DemoStory
{
    public string Plot { get; init; } = "";
    public int Rank { get; init; }
    public string? Reason { get; init; }
    public int? Step { get; init; }
    public string? Change { get; init; }
    public string? Because { get; init; }
    public List<string> Said { get; init; } = [];
    public List<string> Asked { get; init; } = [];
}
