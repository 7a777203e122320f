namespace KnowledgeCommons.Server.Abuse;

/// <summary>What happens to a held post of one kind when somebody has said that a person sent it: it goes on as if it had never been held.</summary>
internal interface IHeldKind
{
    string Kind { get; }

    Task ReleaseAsync(HeldPost post, CancellationToken cancel);
}
