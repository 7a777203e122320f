namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// Carries what is known of fault and difficulty from week to week: a hidden Markov filter on the lattice. A page turns bad on some day with a small
/// chance, its topic stays as hard as it was: so the good weeks before have already told how hard the topic is. Without turning, and without
/// fading, the result is the static posterior (<see cref="Posterior.Of"/>).
/// </summary>
internal static class MessageFilter
{
    /// <summary>
    /// Chance a week that a page's fault is drawn anew from what is usual on the site, which changes nothing as long as nothing is seen. Where 10 of
    /// 100 pages are bad, about 4 turn bad in a year.
    /// </summary>
    private const double TurnsAWeek = 0.005;

    private const double Least = 1e-30;

    /// <summary>
    /// Adds a week to the message. <paramref name="cells"/> gets the probabilities of the cells, votes left out.
    /// </summary>
    public static void Step(Span<float> message, Span<double> cells, Prior prior, TopicBasis basis, in ContactEvidence week, double dispersion)
    {
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] = message[cell];
        Likelihood.AddContacts(cells, basis, week, dispersion);
        for (var cell = 0; cell < cells.Length; cell++) cells[cell] += prior.Logs[cell];
        Posterior.Normalize(cells);
        Turn(cells, prior);
        Keep(message, cells, prior);
    }

    /// <summary>The message that, with this prior, says these probabilities.</summary>
    public static void Keep(Span<float> message, ReadOnlySpan<double> cells, Prior prior)
    {
        Span<double> logs = stackalloc double[Lattice.Cells];
        for (var cell = 0; cell < logs.Length; cell++) logs[cell] = Math.Max(Least, cells[cell]);
        CellMath.Log(logs);
        for (var cell = 0; cell < logs.Length; cell++) message[cell] = (float)(logs[cell] - prior.Logs[cell]);
    }

    private static void Turn(Span<double> cells, Prior prior)
    {
        Span<double> byDifficulty = stackalloc double[Lattice.Difficulties];
        for (var cell = 0; cell < cells.Length; cell++) byDifficulty[cell % Lattice.Difficulties] += cells[cell];
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] = (cells[cell] * (1 - TurnsAWeek)) + (TurnsAWeek * prior.Fault[cell / Lattice.Difficulties] * byDifficulty[cell % Lattice.Difficulties]);
    }
}
