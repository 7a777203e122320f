namespace KnowledgeCommons.Server.Identity;

/// <summary>Nobody signs in: whoever sits at this very machine may do everything, all others read.</summary>
internal sealed class LocalSignIn : ISignIn
{
    private static readonly Arrival AtThisMachine = new Arrival.Known(Visitor.AtThisMachine);

    public bool HasPages => false;

    public string? SignOutUrl => null;

    public ValueTask<Arrival> WhoAsync(HttpContext context) => ValueTask.FromResult(DeskGuard.IsAtThisMachine(context) ? AtThisMachine : Arrival.Anonymous);
}
