using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Storage;

internal sealed class DataOptions
{
    /// <summary>Where the database, the search index and the clone lie; made when it is not there.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "must name a folder")]
    public string Folder { get; set; } = "data";
}
