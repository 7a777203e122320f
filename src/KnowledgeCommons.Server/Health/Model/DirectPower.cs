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

    private readonly double[] _logs = new double[Powers.Length];
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

    /// <summary>Forgets what the articles said the last time; <see cref="Add"/> follows for each article, then <see cref="Learn"/>.</summary>
    public void Begin() => Array.Clear(_logs);

    /// <summary>Adds one article: its cell probabilities without direct contacts, its direct contacts, and those expected at usual difficulty.</summary>
    public void Add(ReadOnlySpan<double> cells, double direct, double expected)
    {
        if (expected < 0.3) return;
        Span<double> difficulty = stackalloc double[Lattice.Difficulties];
        for (var cell = 0; cell < cells.Length; cell++) difficulty[cell % Lattice.Difficulties] += cells[cell];
        Span<double> likely = stackalloc double[Powered.Length];
        for (var place = 0; place < likely.Length; place++) likely[place] = expected * Powered[place];
        DirectLikelihood.Of(likely, direct);
        for (var power = 0; power < Powers.Length; power++) _logs[power] += Trust * LogMean(difficulty, likely[(power * Lattice.Difficulties)..]);
    }

    public void Learn()
    {
        var most = _logs.Max();
        double sum = 0, mean = 0;
        for (var power = 0; power < Powers.Length; power++)
        {
            var weight = Math.Exp(_logs[power] - most);
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
