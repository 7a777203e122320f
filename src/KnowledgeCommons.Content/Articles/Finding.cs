namespace KnowledgeCommons.Content.Articles;

/// <summary>How much a finding matters: an error keeps the new version from being published.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>
/// Something wrong with content. <paramref name="Rule"/> is a kebab-case name, <paramref name="Line"/> counts from 1 in the file
/// (0: the file as a whole); the message says what is wrong, the hint what to do about it.
/// </summary>
public sealed record Finding(string Rule, Severity Severity, string Path, int Line, string Message, string Hint);
