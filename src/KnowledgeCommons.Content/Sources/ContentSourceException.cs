namespace KnowledgeCommons.Content.Sources;

/// <summary>The content could not be fetched or read; the message is a sentence for the desk.</summary>
public sealed class ContentSourceException(string message, Exception? cause = null) : Exception(message, cause);
