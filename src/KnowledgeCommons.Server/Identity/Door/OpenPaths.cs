namespace KnowledgeCommons.Server.Identity;

/// <summary>What answers somebody who has not signed in. All else is closed, also what will be added one day.</summary>
internal static class OpenPaths
{
    /// <summary>"Talk to a person" for those who cannot sign in.</summary>
    public const string Help = "/sign-in/help";

    // Signatures and secrets of their own, which a token of ours would get in the way of; or the same for everybody.
    private static readonly PathString[] Programs = ["/healthz", "/readyz", "/theme", "/scripts", "/hooks", "/api/v1/contacts", "/api/v1/health"];

    // A receipt's address is its key; what is kept of people is for everybody to know, also before they sign in.
    private static readonly PathString[] People = ["/receipts", "/privacy", "/sign-in", "/sign-out"];

    /// <summary>Nobody has to be known there, and nobody is looked up.</summary>
    public static bool AreForPrograms(PathString path) => Programs.Any(open => path.StartsWithSegments(open));

    public static bool AreForAll(PathString path) => People.Any(open => path.StartsWithSegments(open));
}
