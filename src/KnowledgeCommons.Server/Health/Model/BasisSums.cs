namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Weighted sums over articles of what an ordinary page's basis is learnt from.</summary>
internal readonly record struct BasisSums(double Failed, double Exposure, double Yes, double NotYet, double Reasons, double PageReasons,
    double Direct, double DirectExposure)
{
    public static BasisSums operator +(BasisSums one, BasisSums other) => new(one.Failed + other.Failed, one.Exposure + other.Exposure,
        one.Yes + other.Yes, one.NotYet + other.NotYet, one.Reasons + other.Reasons, one.PageReasons + other.PageReasons,
        one.Direct + other.Direct, one.DirectExposure + other.DirectExposure);
}
