namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// How much contacts of people who did not read tell about a topic's difficulty: they are taken to grow with difficulty^β, and β, from 0 (they
/// tell nothing) to 1, is learnt from how well each value explains the site's articles together with their other evidence.
/// </summary>
internal sealed class DirectPower
{
    private static readonly double[] Powers = [0, 0.25, 0.5, 0.75, 1];

    /// <summary>An article's evidence is taken at a part of its worth: neighbours share much.</summary>
    private const double Trust = 0.5;

    /// <summary>For each power its row of difficulty^power.</summary>
    private static readonly double[] Powered = [.. Powers.SelectMany(Rows)];

    private double _value = 0.3;
    private double[] _row = Rows(0.3);

    /// <summary>The mean of β.</summary>
    public double Value
    {
        get => _value;
        private set => (_value, _row) = (value, Rows(value));
    }

    /// <summary>The difficulties to the power of the mean of β.</summary>
    public ReadOnlySpan<double> OfDifficulty => _row;

    /// <summary>For <see cref="Add"/>.</summary>
    public static double[] NoSums() => new double[Powers.Length];

    /// <summary>Adds to the sums how well each power explains one article: its cell probabilities without direct contacts, its direct contacts, and those expected at usual difficulty.</summary>
    public static void Add(Span<double> sums, ReadOnlySpan<double> cells, double direct, double expected)
    {
        if (expected < 0.3) return;
        Span<double> difficulty = stackalloc double[Lattice.Difficulties];
        for (var cell = 0; cell < cells.Length; cell++) difficulty[cell % Lattice.Difficulties] += cells[cell];
        Span<double> likely = stackalloc double[Powered.Length];
        for (var place = 0; place < likely.Length; place++) likely[place] = expected * Powered[place];
        DirectLikelihood.Of(likely, direct);
        for (var power = 0; power < Powers.Length; power++) sums[power] += Trust * LogMean(difficulty, likely[(power * Lattice.Difficulties)..]);
    }

    /// <summary>Learns from the sums over all articles.</summary>
    public void Learn(double[] sums)
    {
        var most = sums.Max();
        double sum = 0, mean = 0;
        for (var power = 0; power < Powers.Length; power++)
        {
            var weight = Math.Exp(sums[power] - most);
            sum += weight;
            mean += weight * Powers[power];
        }
        Value = mean / sum;
    }

    private static double[] Rows(double power) => [.. Lattice.Difficulty.Select(difficulty => Math.Pow(difficulty, power))];

    private static double LogMean(ReadOnlySpan<double> difficulty, ReadOnlySpan<double> likely)
    {
        var sum = 0.0;
        for (var j = 0; j < difficulty.Length; j++) sum += difficulty[j] * likely[j];
        return Math.Log(Math.Max(1e-300, sum));
    }

    public void Write(BinaryWriter to) => to.Write(Value);

    public static DirectPower Read(BinaryReader from) => new() { Value = from.ReadDouble() };
}
