namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>A way to find bad articles. It is told what was seen each day, and asked at the end of each week.</summary>
internal abstract class Method(string name)
{
    public string Name => name;

    /// <summary>Judges at the end of a week; <see cref="Flags"/> and <see cref="Score"/> hold until the next.</summary>
    public abstract void Judge();

    public abstract bool Flags(int article);

    /// <summary>The higher, the earlier in the list.</summary>
    public abstract double Score(int article);

    /// <summary>The stated probability that the fault is 1.5 or more; null when the method states none.</summary>
    public virtual double? Bad(int article) => null;
}
