namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Who a message is for: the person who has the case, the reader who asked, or a ticket system, chat room or program that hears of all that happens.
/// The numbers are stored.
/// </summary>
internal enum Audience { Owner = 0, Reader = 1, Follower = 4 }
