namespace KnowledgeCommons.Server.Abuse;

/// <summary>"This is a person": lets a held post go on.</summary>
internal sealed class HeldReleases(HeldPosts posts, IEnumerable<IHeldKind> kinds)
{
    /// <summary>Does nothing when somebody else is doing it at this moment, or when it can be read no more.</summary>
    public async Task ReleaseAsync(HeldPost post, CancellationToken cancel)
    {
        if (post.Content.Length == 0 || !await posts.ClaimAsync(post, cancel)) return;
        await kinds.Single(kind => kind.Kind == post.Kind).ReleaseAsync(post, cancel);
        await posts.RemoveAsync(post.Id, cancel);
    }

    /// <summary>Lets the post of a receipt go on, and gives it as it was; null when there is none.</summary>
    public async Task<HeldPost?> ReleaseByTokenAsync(string token, CancellationToken cancel)
    {
        if (await posts.FindByTokenAsync(token, cancel) is not { } post) return null;
        await ReleaseAsync(post, cancel);
        return post;
    }
}
