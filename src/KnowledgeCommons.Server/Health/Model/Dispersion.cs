namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Dispersion φ of weekly failures: how much they vary, compared with whole persons who come by chance (Poisson). Learnt from pairs of weeks of one
/// article, so that its own level does not matter: given both weeks' sum s over exposures a and b, (x/a - y/b)² ab has the mean φ s. Below 1 when
/// failures are fractions of persons: ten tenths are surer than one whole. Between 0.5 and 2.5.
/// </summary>
internal sealed class Dispersion
{
    private const double WeeksRemembered = 0.98;
    private const double Pseudo = 50;

    /// <summary>A pair with many failures weighs no more than one with so many.</summary>
    private const double MostWeight = 5;

    private double _squares = Pseudo;
    private double _failed = Pseudo;

    public double Value => Math.Clamp(_squares / _failed, 0.5, 2.5);

    public void Add(double failed, double exposure, double failedBefore, double exposureBefore)
    {
        var sum = failed + failedBefore;
        if (sum <= 0 || exposure <= 0 || exposureBefore <= 0) return;
        var weight = Math.Min(1, MostWeight / sum);
        _squares += weight * Math.Pow((failed / exposure) - (failedBefore / exposureBefore), 2) * exposure * exposureBefore;
        _failed += weight * sum;
    }

    public void EndWeek() => (_squares, _failed) = (_squares * WeeksRemembered, _failed * WeeksRemembered);

    public void Write(BinaryWriter to)
    {
        to.Write(_squares);
        to.Write(_failed);
    }

    public static Dispersion Read(BinaryReader from) => new() { _squares = from.ReadDouble(), _failed = from.ReadDouble() };
}
