using KnowledgeCommons.Content.Articles;

namespace KnowledgeCommons.Content.Markdown;

/// <summary>Every kind of finding that rendering a body can give: how grave it is, what it says and what to do about it.</summary>
internal static class BodyRules
{
    private static readonly Dictionary<string, (Severity Severity, string What, string Hint)> Rules = new()
    {
        ["dropped-html"] = (Severity.Warning, "HTML that articles may not contain was left out",
            "Write it in Markdown instead."),
        ["missing-image"] = (Severity.Warning, "Pictures that are not there",
            "Put the file beside the article or correct its path; until then readers see the description."),
        ["foreign-image"] = (Severity.Warning, "Pictures on other sites are shown as links",
            "Save the picture beside the article, so that reading it does not tell another site."),
        ["missing-file"] = (Severity.Warning, "Linked files that are not there",
            "Put the file beside the article or correct its path; until then the link is shown as text."),
        ["link-leaves-folder"] = (Severity.Warning, "Links out of the content folder are shown as text",
            "Move the target into the content folder or link to its web address."),
        ["link-scheme"] = (Severity.Warning, "Links that are neither web, mail nor telephone addresses are shown as text",
            "Use an address that begins with https:, http:, mailto: or tel:."),
        ["link-without-site"] = (Severity.Note, "Links that do not say to which site they lead are shown as text",
            "Write the whole address, beginning with https://, or link to an article's file, ending with .md."),
        ["link-to-no-article"] = (Severity.Note, "Links to folders or to files that are no articles are shown as text",
            "Link to an article's file, ending with .md."),
        ["unknown-platform"] = (Severity.Warning, "Unknown platforms in a :::for block",
            "Known are windows, macos, ios, android, linux and web."),
        ["unclosed-block"] = (Severity.Warning, "Blocks without an end are shown without their frame",
            "End the block with a line of three colons."),
        ["only-block"] = (Severity.Error, "Parts for some people only cannot be told from the code around them, so nobody is shown the article",
            "Check that every ``` before them is closed, and begin their lines at the left."),
        ["unknown-block"] = (Severity.Note, "Unknown blocks were skipped; what they enclose is shown",
            "Use :::for with a platform, or an alert such as > [!NOTE]."),
        ["too-deep"] = (Severity.Error, "The article is nested too deeply, or grows out of all proportion, and is shown as plain text",
            "Check the article for a missing end or for characters repeated again and again."),
        ["too-large"] = (Severity.Error, "The article is too long to be shown",
            "Split it into several articles or attach the text as a file."),
    };

    public static (Severity Severity, string What, string Hint) Get(string rule) => Rules[rule];
}
