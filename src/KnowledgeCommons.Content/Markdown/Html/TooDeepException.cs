namespace KnowledgeCommons.Content.Markdown.Html;

/// <summary>The article is nested deeper than any page needs: the parsers of Markdown and HTML can only be stopped from within.</summary>
internal sealed class TooDeepException(Exception? cause = null) : Exception("The article is nested too deeply.", cause);
