namespace KnowledgeCommons.Server.Escalations;

/// <summary>Who a message is for: the person who has the case, or the reader who asked.</summary>
internal enum Audience { Owner, Reader }
