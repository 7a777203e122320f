namespace KnowledgeCommons.Server.Health.Model;

/// <summary>How busy each day of the week is compared with the mean day, learnt over all articles; 1 until a week was seen.</summary>
internal sealed class Weekdays
{
    private const double Share = 0.15;
    private const double Least = 0.05;
    private readonly double[] _episodes = new double[7];

    public double Usual(int day)
    {
        var sum = _episodes.Sum();
        return Array.Exists(_episodes, value => value <= 0) ? 1 : Math.Max(Least, _episodes[day % 7] * 7 / sum);
    }

    public void Learn(int day, double episodes)
    {
        ref var known = ref _episodes[day % 7];
        known = known <= 0 ? episodes : known + ((episodes - known) * Share);
    }

    public void Write(BinaryWriter to) => Array.ForEach(_episodes, to.Write);

    public static Weekdays Read(BinaryReader from)
    {
        var read = new Weekdays();
        for (var day = 0; day < 7; day++) read._episodes[day] = from.ReadDouble();
        return read;
    }
}
