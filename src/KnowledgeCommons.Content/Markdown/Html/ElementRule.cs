namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>What becomes of an element: it stays, only its content stays, or both go.</summary>
internal enum Fate { Keep, Unwrap, Drop }

/// <summary>
/// How one HTML element is treated. A block begins a new line of text; a calm element cannot make the parser rearrange the page,
/// whatever is wrong with its tags.
/// </summary>
internal sealed record ElementRule(string Name, Fate Fate, string[] Attributes, bool IsBlock, bool IsVoid, bool IsCalm);
