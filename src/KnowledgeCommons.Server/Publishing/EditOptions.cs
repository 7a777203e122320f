using System.ComponentModel.DataAnnotations;
using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>Where authors edit what readers read.</summary>
internal sealed class EditOptions : IValidatableObject
{
    private const string Place = "{path}";

    /// <summary>Where an article's file is edited on the forge, such as https://github.com/acme/kb/edit/main/{path}; no link when not set.</summary>
    public string? EditUrl { get; set; }

    /// <summary>The address that edits the file at this path; null when no forge is known.</summary>
    public string? EditUrlOf(string path) =>
        EditUrl?.Replace(Place, AddressPath.Escape(path), StringComparison.Ordinal);

    /// <summary>
    /// The address that begins a new file at this path with this text, on the forges whose addresses are known: GitHub, GitLab, Gitea and Forgejo.
    /// Null on others. GitLab takes the name only.
    /// </summary>
    public string? NewFileUrlOf(string path, string text)
    {
        if (EditUrl is null || !EditUrl.EndsWith('/' + Place, StringComparison.Ordinal)) return null;
        var folder = EditUrl[..^(Place.Length + 1)];
        var (name, content) = (Uri.EscapeDataString(path), Uri.EscapeDataString(text));
        return folder.Contains("/-/edit/", StringComparison.Ordinal) ? $"{Renamed("/-/edit/", "/-/new/")}?file_name={name}"
            : folder.Contains("/_edit/", StringComparison.Ordinal) ? $"{Renamed("/_edit/", "/_new/")}?filename={name}&value={content}"
            : folder.Contains("/edit/", StringComparison.Ordinal) ? $"{Renamed("/edit/", "/new/")}?filename={name}&value={content}"
            : null;

        string Renamed(string edit, string create) => folder.Replace(edit, create, StringComparison.Ordinal);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (EditUrl is null) yield break;
        if (!(Uri.TryCreate(EditUrl.Replace(Place, "x", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return new ValidationResult("must be an http or https address", [nameof(EditUrl)]);
        else if (!EditUrl.Contains(Place, StringComparison.Ordinal))
            yield return new ValidationResult("must say with {path} where the article's path goes", [nameof(EditUrl)]);
    }
}
