namespace KnowledgeCommons.Server.Health.Model;

/// <summary>What is learnt from the whole site and carried from week to week.</summary>
internal sealed class SiteTrail
{
    public Weekdays Weekdays { get; init; } = new();
    public Dispersion Dispersion { get; init; } = new();
    public DirectPower DirectPower { get; init; } = new();
    public RewriteKernel Rewrites { get; init; } = new();
    public PriorShares Shares { get; set; } = PriorShares.Start;

    public void Write(BinaryWriter to)
    {
        Weekdays.Write(to);
        Dispersion.Write(to);
        DirectPower.Write(to);
        Rewrites.Write(to);
        foreach (var share in new[] { Shares.Ordinary, Shares.Mild, Shares.Grave, Shares.Hard }) to.Write(share);
    }

    public static SiteTrail Read(BinaryReader from) => new()
    {
        Weekdays = Weekdays.Read(from),
        Dispersion = Dispersion.Read(from),
        DirectPower = DirectPower.Read(from),
        Rewrites = RewriteKernel.Read(from),
        Shares = new PriorShares(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble())
    };
}
