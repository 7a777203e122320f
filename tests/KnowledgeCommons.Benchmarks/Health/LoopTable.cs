using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Health.Simulation;

namespace KnowledgeCommons.Benchmarks.Health;

/// <summary>What each method's rewrites spare when each drives its own copy of the world, and how right our verdicts are.</summary>
internal sealed class LoopTable(WorldSettings settings, int[] seeds)
{
    private static readonly int[] Compared = [0, 2, 6, 7];

    public void Print(TextWriter output)
    {
        var nothing = Runs(null, withModel: false).Select(run => run.Avoidable).ToArray();
        var oracle = Runs((tally, _) => new Oracle(tally), withModel: false);
        var best = Saved(oracle, nothing);
        output.WriteLine($"{"closed loop, at most 6 rewrites a week",-40} rewrites  of bad  of healthy  saved  of oracle  saved/rewrite");
        Row(output, "oracle", oracle, nothing, best);
        foreach (var method in Compared)
            Row(output, SimpleMethods.All(new Tally(new World(settings, 1))).ElementAt(method).Name,
                Runs((tally, _) => SimpleMethods.All(tally).ElementAt(method), withModel: false), nothing, best);
        foreach (var tier in Enum.GetValues<ModelTier>())
        {
            var runs = Runs((_, model) => new ModelMethod(tier.ToString(), model ?? throw new InvalidOperationException("The tier needs its model."), tier), withModel: true);
            Row(output, tier == ModelTier.Flagged ? "Flagged only" : $"and {tier}", runs, nothing, best);
            Verdicts(output, runs);
        }
    }

    private LoopRun[] Runs(Func<Tally, HealthModel?, Method>? method, bool withModel) =>
        [.. seeds.Select(seed => new LoopRun(settings, seed, method, withModel).Run())];

    private static double Saved(LoopRun[] runs, double[] nothing) => nothing.Sum() - runs.Sum(run => run.Avoidable);

    private static void Row(TextWriter output, string name, LoopRun[] runs, double[] nothing, double best)
    {
        var saved = Saved(runs, nothing);
        var rewrites = runs.Average(run => run.Rewrites.Count);
        output.WriteLine($"{name,-40} {rewrites,8:f0} {runs.Average(run => run.OfBad),7:f0} {runs.Average(run => run.OfHealthy),11:f0}"
            + $" {saved / nothing.Sum(),6:p1} {saved / best,10:p0} {saved / Math.Max(1, runs.Sum(run => run.Rewrites.Count)),14:f1}");
    }

    private static void Verdicts(TextWriter output, LoopRun[] runs)
    {
        var rewrites = runs.SelectMany(run => run.Rewrites).ToArray();
        var said = rewrites.Where(rewrite => rewrite.Word != VerdictWord.CannotTellYet).ToArray();
        var helped = said.Where(rewrite => rewrite.Word == VerdictWord.Helped).ToArray();
        var states = rewrites.Where(rewrite => rewrite.State is not null).ToArray();
        output.WriteLine($"    says \"helped\" {helped.Length} times, right {Share(helped.Count(rewrite => rewrite.IsRight), helped.Length)}; effect decided {Share(said.Length, rewrites.Length)},"
            + $" right {Share(said.Count(rewrite => rewrite.IsRight), said.Length)}; state decided {Share(states.Length, rewrites.Length)},"
            + $" right {Share(states.Count(rewrite => rewrite.State == HealthState.Fixed == rewrite.After < 1.5), states.Length)}");
    }

    private static string Share(int part, int of) => of == 0 ? "-" : (part / (double)of).ToString("p1");
}
