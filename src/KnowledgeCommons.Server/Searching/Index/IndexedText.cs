using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Server.Searching;

/// <summary>What the index keeps of an article to tell which part of it answers.</summary>
internal sealed record IndexedText(
    Slug Slug, string Title, string AlsoCalled, IReadOnlyList<string> Symptoms, string Summary, string Topic, string Language,
    IReadOnlyList<SectionText> Sections);

internal sealed record SectionText(Section Section, string Text);
