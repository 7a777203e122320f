namespace KnowledgeCommons.Server.Privacy;

/// <summary>What tables are about, in the order in which the public page tells it.</summary>
internal enum KeptTopic { Searches, Readings, Answers, Cases, Messages, Issues, Tickets, Accounts, Work, Audit, Counts }
