using KnowledgeCommons.Tests.Architecture;

namespace KnowledgeCommons.BrowserTests.Pages;

public sealed class TourTests
{
    private const string Server = "src/KnowledgeCommons.Server";

    // Stands around the pages of the desk, and is none.
    private const string Frame = "Desk/DeskFrame.razor";

    /// <summary>Each page of the sources, and where the tour comes by it.</summary>
    private static readonly Dictionary<string, string> Rows = new()
    {
        ["Abuse/HeldPage.razor"] = "held back",
        ["Abuse/TooManyPage.razor"] = "too many forms",
        ["Desk/Articles/ArticlesPage.razor"] = "desk: articles",
        ["Desk/Articles/ContentPage.razor"] = "desk: content",
        ["Desk/Articles/EvidencePage.razor"] = "desk: an article",
        ["Desk/Articles/TodayPage.razor"] = "desk: today",
        ["Desk/Audit/AuditPage.razor"] = "desk: audit",
        ["Desk/Board/BoardPage.razor"] = "desk: my desk",
        ["Desk/Cases/CaseListPage.razor"] = "desk: cases",
        ["Desk/Cases/CasePage.razor"] = "case: taken",
        ["Desk/Cases/WhoPage.razor"] = "desk: who are you",
        ["Desk/Gaps/GapsPage.razor"] = "desk: searches",
        ["Desk/Gaps/OrderPage.razor"] = "desk: why this order",
        ["Desk/Held/HeldListPage.razor"] = "desk: held back",
        ["Desk/KnownIssues/IssuePage.razor"] = "desk: a known issue",
        ["Desk/KnownIssues/IssuesPage.razor"] = "desk: known issues",
        ["Desk/Measured/MeasuredPage.razor"] = "desk: measured",
        ["Desk/Measured/MeasuredRowsPage.razor"] = "desk: rows of a rate",
        ["Desk/Rewrites/RewriteListPage.razor"] = "desk: rewrites",
        ["Desk/Rewrites/RewritePage.razor"] = "desk: a rewrite",
        ["Escalations/Again/SameAgainPage.razor"] = "the same problem, from the mail",
        ["Escalations/Help/HelpPage.razor"] = Tour.HelpForm,
        ["Escalations/Help/LockedOutPage.razor"] = "locked out",
        ["Escalations/Help/NowPage.razor"] = "stuck right now",
        ["Escalations/Receipts/CaseReceiptPage.razor"] = "receipt of a case: taken",
        ["Feedback/FeedbackReceipt.razor"] = "receipt of an answer: fixed",
        ["Feedback/RefusedPage.razor"] = "an answer that we do not know",
        ["Feedback/Told/ToldPage.razor"] = "what became of it",
        ["Identity/Guests/GuestPage.razor"] = "a code by mail",
        ["Identity/Pages/PasswordPage.razor"] = "sign in: choose a password",
        ["Identity/Pages/RefusedPage.razor"] = "sign in: no such link",
        ["Identity/Pages/SignInFirstPage.razor"] = "sign in first, with what was written",
        ["Identity/Pages/SignInPage.razor"] = "sign in",
        ["Identity/Pages/SignOutPage.razor"] = "sign out",
        ["KnownIssues/Pages/KnownIssuePage.razor"] = "a known issue",
        ["KnownIssues/Pages/KnownIssuesPage.razor"] = "known issues",
        ["KnownIssues/Pages/LeavePage.razor"] = "no more mails",
        ["Privacy/Pages/PrivacyPage.razor"] = "what is kept about you",
        ["Reading/ArticlePage.razor"] = "article with platforms and alerts",
        ["Reading/HomePage.razor"] = "home",
        ["Reading/TopicPage.razor"] = "a topic",
        ["Reading/TopicsPage.razor"] = "topics",
        ["Rewrites/Weekly/WeeklyPage.razor"] = "no weekly mails",
        ["Searching/Pages/SearchPage.razor"] = "search with hits",
        ["Site/ErrorPage.razor"] = "error 404",
        ["Site/NotSavedPage.razor"] = "not saved"
    };

    [Fact]
    public void The_tour_comes_by_every_page_there_is()
    {
        var pages = from file in Repository.Sources(Server)
                    where file.EndsWith(".razor", StringComparison.Ordinal)
                    let text = File.ReadAllText(file)
                    where text.Contains("<PageFrame ", StringComparison.Ordinal) || text.Contains("<DeskFrame ", StringComparison.Ordinal)
                    select Repository.Relative(file)[(Server.Length + 1)..];
        Assert.Equal(pages.Where(page => page != Frame).Order(StringComparer.Ordinal), Rows.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(Rows.Values.Except(Tour.Pages));
    }
}
