using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Server.Rewrites;

/// <summary>
/// Somebody who has to hear what became of an article: on which receipts (hashes of their tokens), in which words they told us, if any, and where they want
/// to be written to; <see cref="Contact"/> is null for the receipt alone.
/// </summary>
internal sealed record Complainer(string Reader, IReadOnlyList<string> Receipts, string? ToldUs, SealedAddress? Contact, bool WantsCall);
