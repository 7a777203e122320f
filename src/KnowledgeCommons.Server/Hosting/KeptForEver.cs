namespace KnowledgeCommons.Server.Hosting;

internal static class KeptForEver
{
    private const string Words = "public, max-age=31536000, immutable";

    /// <summary>For answers whose address holds a hash of their content: they never change, so nobody has to ask again.</summary>
    public static void KeepForEver(this HttpResponse response) => response.Headers.CacheControl = Words;
}
