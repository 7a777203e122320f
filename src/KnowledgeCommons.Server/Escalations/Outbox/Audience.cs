namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Who a message is for: the person who has the case, the reader who asked, the owner's deputy, or who leads the owner's team. Stored by number.
/// </summary>
internal enum Audience { Owner = 0, Reader = 1, Deputy = 2, Lead = 3 }
