using System.Text;

namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>What one finished run of git left: its exit code, its output, and in one line why it failed.</summary>
internal sealed record GitAnswer(int Code, byte[] Output, string Complaint)
{
    public bool Succeeded => Code == 0;

    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>Git's reason as it stands in a sentence, without credentials.</summary>
    public string Reason => GitComplaint.Reason(Complaint, Code);
}
