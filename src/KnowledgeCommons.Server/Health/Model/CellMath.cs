using System.Numerics;
using System.Runtime.InteropServices;

namespace KnowledgeCommons.Server.Health.Model;

/// <summary>Exponentials and logarithms of whole rows, as many at once as the processor takes: they are most of a week's work.</summary>
internal static class CellMath
{
    public static void Exp(Span<double> values)
    {
        foreach (ref var several in MemoryMarshal.Cast<double, Vector<double>>(values)) several = Vector.Exp(several);
        foreach (ref var one in Rest(values)) one = Math.Exp(one);
    }

    /// <summary>Natural logarithms. All values must be above zero.</summary>
    public static void Log(Span<double> values)
    {
        foreach (ref var several in MemoryMarshal.Cast<double, Vector<double>>(values)) several = Vector.Log(several);
        foreach (ref var one in Rest(values)) one = Math.Log(one);
    }

    private static Span<double> Rest(Span<double> values) => values[(values.Length / Vector<double>.Count * Vector<double>.Count)..];
}
