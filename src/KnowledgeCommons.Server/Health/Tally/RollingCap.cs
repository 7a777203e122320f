namespace KnowledgeCommons.Server.Health;

/// <summary>Lets through at most 1 within any stretch of that length. Instants come in ascending order.</summary>
internal sealed class RollingCap(TimeSpan stretch)
{
    private readonly Queue<(DateTimeOffset At, double Weight)> _let = new();
    private double _sum;

    /// <summary>How much of the weight still counts.</summary>
    public double Add(DateTimeOffset at, double weight)
    {
        while (_let.Count > 0 && at - _let.Peek().At >= stretch) _sum -= _let.Dequeue().Weight;
        var counts = Math.Max(0, Math.Min(weight, 1 - _sum));
        _let.Enqueue((at, counts));
        _sum += counts;
        return counts;
    }
}
