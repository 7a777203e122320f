using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Publishing;

/// <summary>What is published now. One reference: readers take it once per request and keep it.</summary>
internal sealed class PublishedLibrary
{
    private volatile Library _current = Library.Empty;

    public Library Current => _current;

    public void Replace(Library library) => _current = library;
}
