using static MathNet.Numerics.SpecialFunctions;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>
/// The usual day of one article or topic, and whether today is a disturbance: exponential means over 28 days of failures, direct contacts and
/// episodes, frozen while a surge lasts. A surge of more than ten days is the new level and no disturbance.
/// </summary>
internal struct SurgeBaseline
{
    private const double Days = 28;
    private const int WarmUp = 14;
    private const int LongestSurge = 10;

    private double _failed;
    private double _direct;
    private double _episodes;
    private int _seen;
    private int _lastDay;
    private int _surging;

    /// <summary>
    /// True when the day is to be left out. Call it once a day with something to count, in order; days in between were quiet.
    /// <paramref name="usual"/> is the weekday's usual size, 1 on an average day.
    /// </summary>
    public bool Leaves(int day, in DayCounts counts, double usual, in SurgeRule rule)
    {
        if (_seen == 0) _lastDay = day - 1;
        var quiet = day - _lastDay - 1;
        if (quiet > 0) Skip(quiet);
        _lastDay = day;
        _seen++;
        if (Surges(counts, usual, rule) && _surging < LongestSurge)
        {
            _surging++;
            return true;
        }
        if (_surging >= LongestSurge) TakeAsUsual(counts, usual);
        _surging = 0;
        Blend(counts, usual, 1 / Math.Min(_seen, Days));
        return false;
    }

    private readonly bool Surges(in DayCounts counts, double usual, in SurgeRule rule)
    {
        if (_seen <= WarmUp) return false;
        var (failed, direct, episodes) = (Math.Max(0.03, _failed) * usual, Math.Max(0.03, _direct) * usual, Math.Max(0.15, _episodes) * usual);
        if (_surging > 0) return counts.Failed >= rule.Continues * failed && counts.Failed > 0.5 || (rule.SeesReadings && counts.Episodes >= 2 * episodes && counts.Episodes >= 2);
        var failing = counts.Failed >= rule.Failed && counts.Failed >= rule.FailedTimes * failed
            && Tail(counts.Failed / rule.Dispersion, failed / rule.Dispersion) < rule.FailedTail;
        var asking = counts.Direct >= 1 && counts.Direct >= rule.DirectTimes * direct && Tail(counts.Direct, direct) < rule.DirectTail;
        var reading = rule.SeesReadings && counts.Episodes >= 3 && counts.Episodes >= 2.5 * episodes && Tail(counts.Episodes, episodes) < 1e-4;
        return (failing && (asking || reading)) || (asking && reading);
    }

    private void Skip(int quiet)
    {
        var kept = Math.Pow(1 - (1 / Days), quiet);
        (_failed, _direct, _episodes) = (_failed * kept, _direct * kept, _episodes * kept);
        _seen += quiet;
        _surging = 0;
    }

    private void Blend(in DayCounts counts, double usual, double share)
    {
        _failed += ((counts.Failed / usual) - _failed) * share;
        _direct += ((counts.Direct / usual) - _direct) * share;
        _episodes += ((counts.Episodes / usual) - _episodes) * share;
    }

    private void TakeAsUsual(in DayCounts counts, double usual) => Blend(counts, usual, 1);

    /// <summary>P(X ≥ count) of a Poisson number of this mean: the regularised lower incomplete gamma function, also for broken counts.</summary>
    private static double Tail(double count, double mean) => count <= 0 ? 1 : GammaLowerRegularized(count, mean);

    public readonly void Write(BinaryWriter to)
    {
        to.Write(_failed);
        to.Write(_direct);
        to.Write(_episodes);
        to.Write(_seen);
        to.Write(_lastDay);
        to.Write(_surging);
    }

    public static SurgeBaseline Read(BinaryReader from) => new()
    {
        _failed = from.ReadDouble(),
        _direct = from.ReadDouble(),
        _episodes = from.ReadDouble(),
        _seen = from.ReadInt32(),
        _lastDay = from.ReadInt32(),
        _surging = from.ReadInt32()
    };
}
