namespace KnowledgeCommons.Server.Storage;

/// <summary>What was sent could not be kept: the disk is full or broken, or the database is locked. The page says so and keeps what was typed.</summary>
internal sealed class NotSavedException(string reason, Exception cause) : Exception(reason, cause);
