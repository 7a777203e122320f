namespace KnowledgeCommons.Server.Identity;

/// <summary>Whether anybody can be written to: what is not sent is not offered.</summary>
internal sealed record ReachByMail(bool IsSetUp);
