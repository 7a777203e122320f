namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Over-dispersion φ of weekly failures: mean of (seen - expected)² / expected (Pearson) over article-weeks with half a failure expected, from 1 to 2.5.
/// </summary>
internal sealed class Dispersion
{
    private const double LeastExpected = 0.5;
    private const double WeeksRemembered = 0.98;
    private const double PseudoWeeks = 200;
    private double _squares = PseudoWeeks;
    private double _count = PseudoWeeks;

    public double Value => Math.Clamp(_squares / _count, 1, 2.5);

    public void Add(double failed, double expected)
    {
        if (expected < LeastExpected) return;
        _squares += (failed - expected) * (failed - expected) / expected;
        _count++;
    }

    public void EndWeek() => (_squares, _count) = (_squares * WeeksRemembered, _count * WeeksRemembered);

    public void Write(BinaryWriter to)
    {
        to.Write(_squares);
        to.Write(_count);
    }

    public static Dispersion Read(BinaryReader from) => new() { _squares = from.ReadDouble(), _count = from.ReadDouble() };
}
