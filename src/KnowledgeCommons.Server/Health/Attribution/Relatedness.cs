namespace KnowledgeCommons.Server.Health;

/// <summary>
/// How probable it is that a contact is about an article, by how much their texts are alike (0 to 1, see <see cref="Searching.Likeness"/>): a logistic curve,
/// 1 / (1 + e^−(a + b·likeness)).
/// </summary>
internal readonly record struct Relatedness(double Start, double Slope)
{
    /// <summary>Before anything is known here: half at a likeness of 0.35.</summary>
    public static Relatedness Usual { get; } = new(-3.5, 10);

    // A normal prior around the usual curve: standard deviations of 0.5 for the start and 1.5 for the slope, as precisions.
    private const double StartIsSure = 4;
    private const double SlopeIsSure = 4.0 / 9;
    private const int Rounds = 25;

    /// <summary>From 0 to 1, both excluded.</summary>
    public double Of(double likeness) => 1 / (1 + Math.Exp(-(Start + (Slope * Math.Clamp(likeness, 0, 1)))));

    /// <summary>
    /// Fits the curve to pairs that belong together (links that people made) and pairs that do not (random ones), by Newton's method on the penalised
    /// log-likelihood, so that few links change little.
    /// </summary>
    public static Relatedness Fit(IReadOnlyList<(double Likeness, bool IsRelated)> pairs)
    {
        var fitted = Usual;
        for (var round = 0; round < Rounds; round++)
        {
            var next = fitted.Step(pairs);
            if (!double.IsFinite(next.Start) || !double.IsFinite(next.Slope) || next.Slope <= 0) return fitted;
            if (Math.Abs(next.Start - fitted.Start) + Math.Abs(next.Slope - fitted.Slope) < 1e-6) return next;
            fitted = next;
        }
        return fitted;
    }

    private Relatedness Step(IReadOnlyList<(double Likeness, bool IsRelated)> pairs)
    {
        var (gradient0, gradient1) = ((Usual.Start - Start) * StartIsSure, (Usual.Slope - Slope) * SlopeIsSure);
        var (h00, h01, h11) = (StartIsSure, 0.0, SlopeIsSure);
        foreach (var (likeness, isRelated) in pairs)
        {
            var p = Of(likeness);
            var (error, curve) = ((isRelated ? 1 : 0) - p, p * (1 - p));
            gradient0 += error;
            gradient1 += error * likeness;
            h00 += curve;
            h01 += curve * likeness;
            h11 += curve * likeness * likeness;
        }
        var determinant = (h00 * h11) - (h01 * h01);
        return new(Start + (((h11 * gradient0) - (h01 * gradient1)) / determinant), Slope + (((h00 * gradient1) - (h01 * gradient0)) / determinant));
    }
}
