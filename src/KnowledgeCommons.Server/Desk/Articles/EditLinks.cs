namespace KnowledgeCommons.Server.Desk;

/// <summary>Where a file of the content is edited on the forge.</summary>
internal sealed class EditLinks(IConfiguration settings)
{
    private const string Place = "{path}";
    private readonly string? _pattern = settings["Content:EditUrl"];

    /// <summary>The address that edits the file at this path; null when no forge is known.</summary>
    public string? To(string path) =>
        _pattern?.Replace(Place, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal);
}
