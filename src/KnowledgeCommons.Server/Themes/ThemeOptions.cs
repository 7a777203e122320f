using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Themes;

internal sealed class ThemeOptions
{
    /// <summary>The folder with the theme's style sheets (*.css, in the order of their names), texts.en.yml and assets.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "must name a folder")]
    public string Folder { get; set; } = "themes/default";
}
