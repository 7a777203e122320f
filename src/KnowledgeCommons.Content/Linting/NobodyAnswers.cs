using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Linting;

/// <summary>Every article names a person or team. Content without a list of people at all is told once, not per article.</summary>
internal sealed class NobodyAnswers : LintRule
{
    public override IEnumerable<Finding> Check(Article article, Library library, DateOnly today)
    {
        if (library.People.ByKey.Count == 0)
        {
            if (ReferenceEquals(article, library.Articles[0]))
                yield return new Finding("no-people", Severity.Note, "_people.yml", 0, "There is no list of people, so no page can name who helps.", "Add _people.yml with people and who is on duty.");
        }
        else if (library.OwnerOf(article) is null)
        {
            yield return Note("no-owner", article, "Nobody answers for this article.", "Add 'owner:' here or in the folder's _topic.yml, or a default duty in _people.yml.");
        }
    }
}
