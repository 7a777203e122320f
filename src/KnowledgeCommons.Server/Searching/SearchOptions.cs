using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Searching;

internal sealed class SearchOptions
{
    /// <summary>Only Sqlite so far.</summary>
    [AllowedValues("Sqlite", ErrorMessage = "must be Sqlite")]
    public string Engine { get; set; } = "Sqlite";
}
