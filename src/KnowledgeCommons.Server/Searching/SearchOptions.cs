using System.ComponentModel.DataAnnotations;

namespace KnowledgeCommons.Server.Searching;

internal sealed class SearchOptions : IValidatableObject
{
    private const string Lucene = "Lucene";

    /// <summary>One of the engines of this build.</summary>
    public string Engine { get; set; } = SearchEngines.Usual;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (SearchEngines.Names.Contains(Engine ?? "")) yield break;
        var all = string.Join(" or ", SearchEngines.Names);
        yield return new ValidationResult(
            Engine == Lucene ? $"must be {all}: this build has no {Lucene}; build it with -p:SearchEngine={Lucene}" : $"must be {all}", [nameof(Engine)]);
    }
}
