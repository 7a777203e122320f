namespace KnowledgeCommons.Server.Privacy;

/// <summary>For how long something is kept; <see cref="Periods"/> knows what the settings say.</summary>
internal enum Period { Over, Day, RareSearches, Searches, LearntSearches, Readings, Answers, ClosedCases, Held, Messages, TicketWords, Tickets, Work, Audit }
