namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Who a message is for: the person who has the case, the reader who asked, the owner's deputy, who leads the owner's team, or a ticket system, chat
/// room or program that hears of all that happens. Stored by number.
/// </summary>
internal enum Addressee { Owner = 0, Reader = 1, Deputy = 2, Lead = 3, Follower = 4 }
