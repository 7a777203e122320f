namespace KnowledgeCommons.Server.Health.Simulation;

/// <summary>Some days on which a product is broken: factors on readings, unsolved problems and contacts without reading.</summary>
internal sealed record Disturbance(int From, int Days, double Readings, double Unsolved, double Direct)
{
    public bool On(int day) => day >= From && day < From + Days;
}
