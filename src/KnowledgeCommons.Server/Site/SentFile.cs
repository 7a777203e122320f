namespace KnowledgeCommons.Server.Site;

/// <summary>
/// A file that a form sent: its name as the sender gave it, and its bytes in a file of our own until the request ends. Nothing of it is checked.
/// </summary>
internal sealed class SentFile(string name, string path) : IDisposable
{
    public const long Largest = 10 * 1024 * 1024;

    public string Name => name;
    public string Path => path;

    /// <summary>It had more than <see cref="Largest"/> bytes, and they were not kept.</summary>
    public bool IsTooLarge { get; set; }

    public void Dispose() => File.Delete(path);
}
