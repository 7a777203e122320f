using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Storage;

internal sealed class StorageOptions
{
    /// <summary>Only Sqlite so far.</summary>
    [AllowedValues("Sqlite", ErrorMessage = "must be Sqlite")]
    public string Provider { get; set; } = "Sqlite";
}
