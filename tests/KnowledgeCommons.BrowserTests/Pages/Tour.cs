using KnowledgeCommons.Server.Rewrites;

namespace KnowledgeCommons.BrowserTests.Pages;

/// <summary>Every page there is, by name, and how a person gets to it. Pages that only exist as the answer to a form are reached by sending it.</summary>
internal static class Tour
{
    private const string Article = "/articles/" + FurnishedSite.Vpn;

    public const string HelpForm = "talk to a person";

    /// <summary>Pages with an address that everybody knows.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["home"] = "/",
        ["topics"] = "/topics",
        ["known issues"] = "/known-issues",
        ["a known issue"] = "/known-issues/vpn-calls",
        ["a topic"] = "/topics/vpn-wifi",
        ["article with platforms and alerts"] = Article,
        ["article with a table"] = "/articles/mobile-phones/roaming-data-abroad",
        ["article with code"] = "/articles/email-calendar/out-of-office",
        ["search with hits"] = "/search?q=vpn",
        ["search, second page"] = "/search?q=sign+in&page=2",
        ["search in one topic"] = "/search?q=sign+in&topic=signing-in&for=windows",
        ["search without hits"] = "/search?q=quantum+flux+capacitor",
        ["search, nothing asked"] = "/search",
        [HelpForm] = "/help",
        [HelpForm + ", about an article"] = "/help?article=" + FurnishedSite.Vpn,
        ["what is kept about you"] = "/privacy",
        ["stuck right now"] = "/help/now",
        ["stuck right now, on an article"] = "/help/now?article=" + FurnishedSite.Vpn,
        ["error 404"] = "/articles/printing/no-such-printer",
        ["error 405"] = "/desk/cases/me",
        ["desk: today"] = "/desk",
        ["desk: my desk"] = "/desk/work",
        ["desk: measured"] = "/desk/measured",
        ["desk: measured, one topic"] = "/desk/measured?topic=vpn-wifi",
        ["desk: rows of a rate"] = "/desk/measured/rows?of=contacts&topic=~all",
        ["desk: rows of a number"] = "/desk/measured/rows?of=repeats&topic=printing",
        ["desk: cases"] = "/desk/cases",
        ["desk: my cases"] = "/desk/cases?show=mine",
        ["desk: closed cases"] = "/desk/cases?show=closed",
        ["desk: known issues"] = "/desk/known-issues",
        ["desk: a known issue"] = "/desk/known-issues/vpn-calls",
        ["desk: a new known issue"] = "/desk/known-issues/new?title=Mail+is+late",
        ["desk: articles"] = "/desk/articles",
        ["desk: articles, last page"] = "/desk/articles?sort=article&page=2",
        ["desk: an article"] = "/desk" + Article,
        ["desk: rewrites"] = "/desk/rewrites",
        ["desk: settled rewrites"] = "/desk/rewrites?show=settled",
        ["desk: searches"] = "/desk/searches",
        ["desk: why this order"] = "/desk/searches/order?q=pritner",
        ["desk: content"] = "/desk/content",
        ["desk: audit"] = "/desk/audit"
    };

    /// <summary>Pages that have an address once the site is furnished.</summary>
    private static readonly string[] Furnished =
    [
        .. from state in (string[])["received", "late", "taken", "answered", "waiting", "handed over", "closed", "solved", "came back", "asked again"]
           from page in (string[])["receipt of a case", "case"]
           select $"{page}: {state}",
        .. from answer in (string[])["fixed", "partly", "not-fixed", "only-reading", "came-back"] select $"receipt of an answer: {answer}",
        "receipt of an answer: told", "what became of it", "desk: a flagged article", "desk: a rewrite", "desk: a rewrite to be proven", "desk: a rewrite for a service",
        "the same problem, from the mail", "no more mails"
    ];

    private static readonly Dictionary<string, Func<FurnishedSite, Visitor, Task>> Answers = new()
    {
        ["home, with suggestions"] = (_, visitor) => TypeAsync(visitor, "/"),
        ["search, with suggestions"] = (_, visitor) => TypeAsync(visitor, "/search?q=vpn"),
        ["search, for the remembered device"] = async (_, visitor) =>
        {
            await visitor.OpenAsync("/search?q=vpn&for=windows");
            await visitor.Page.Locator("[data-when=offered] button").ClickAsync();
        },
        [HelpForm + ", with errors"] = (_, visitor) => SendAsync(visitor, Article.Replace("/articles/", "/help?article=", StringComparison.Ordinal),
            "form[action='/help']", "form.querySelector('#problem').value = ''; form.reach.value = 'email'; form.deadline.value = '2020-01-01T10:00';"),
        ["stuck right now, without a word"] = (_, visitor) => SendAsync(visitor, "/help/now", "form[action='/help/now']"),
        ["asked again"] = async (_, visitor) =>
        {
            await SendAsync(visitor, "/help", "form[action='/help']", "form.querySelector('#problem').value = 'It hums.';");
            await visitor.OpenAsync("/help");
        },
        ["a known issue that affects me, with a wrong address"] = (_, visitor) => SendAsync(visitor, "/known-issues/vpn-calls",
            "#affected", "form.querySelector('#contact').value = 'nobody';"),
        ["receipt of a case: call without a number"] = (site, visitor) => SendAsync(visitor, site.Addresses["receipt of a case: taken"],
            "form[action$='/call-me']", "form.closest('details').open = true; form.phone.value = '';"),
        ["receipt of a case: nothing typed"] = (site, visitor) => SendAsync(visitor, site.Addresses["receipt of a case: taken"], "form[action$='/say']"),
        ["receipt of an answer: not taken"] = (site, visitor) => SendAsync(visitor, site.Addresses["receipt of an answer: not-fixed"],
            "form:has(#text)", "form.querySelector('#step').type = 'text'; form.querySelector('#step').value = 'x'; form.reason.value = 'step-fails';"),
        ["an answer that we do not know"] = (_, visitor) => SendAsync(visitor, Article,
            "form[action$='/outcome']", "const button = form.querySelector('button'); button.value = 'maybe';", "button"),
        ["error 403"] = (site, visitor) => SendFromElsewhereAsync(visitor, site.Site.Url + Article + "/outcome"),
        ["error 413"] = (_, visitor) => SendAsync(visitor, "/help", "form[action='/help']",
            "const area = form.querySelector('#problem'); area.removeAttribute('maxlength'); area.value = 'x'.repeat(70000);"),
        ["not saved"] = NotSavedAsync,
        ["too many forms"] = TooManyAsync,
        ["no weekly mails"] = (site, visitor) => visitor.OpenAsync(site.Site.Service<WeeklyChoice>().TokenOf("elin").Url),
        ["desk: who are you"] = (site, visitor) => SendAsync(visitor, site.Addresses["case: taken"], "form[action$='/take']"),
        ["desk: case, form with an error"] = async (site, visitor) =>
        {
            await SendAsync(visitor, "/desk/cases", "form[action='/desk/cases/me']", "form.me.value = 'dev';");
            await SendAsync(visitor, site.Addresses["case: taken"], "form[action$='/answer']");
        },
        ["desk: a rewrite, form with an error"] = async (site, visitor) =>
        {
            await SendAsync(visitor, "/desk/cases", "form[action='/desk/cases/me']", "form.me.value = 'elin';");
            await SendAsync(visitor, site.Addresses["desk: a rewrite"], "form[action$='/right']", "form.closest('details').open = true; form.because.required = false; form.because.value = '';");
        },
        ["desk: a flag, answered without a reason"] = async (site, visitor) =>
        {
            await SendAsync(visitor, "/desk/cases", "form[action='/desk/cases/me']", "form.me.value = 'elin';");
            await SendAsync(visitor, site.Addresses["desk: a flagged article"], "form:has([name=because])", button: "[value=page-is-right]");
        }
    };

    /// <summary>Pages of a site where people sign in with a password.</summary>
    private static readonly Dictionary<string, Func<FurnishedSite, Visitor, Task>> Closed = SigningInTour.Pages;

    public static IEnumerable<string> Pages => [.. Known.Keys, .. Furnished, .. Answers.Keys, .. Closed.Keys];

    public static async Task GoAsync(FurnishedSite site, Visitor visitor, string page)
    {
        if (Answers.TryGetValue(page, out var way) || Closed.TryGetValue(page, out way)) await way(site, visitor);
        else await visitor.OpenAsync(Known.TryGetValue(page, out var known) ? known : site.Addresses[page]);
    }

    // The browser would not send what the form forbids; a page must also stand up to what other programs send.
    internal static async Task SendAsync(Visitor visitor, string from, string form, string change = "", string button = "[type=submit]")
    {
        await visitor.OpenAsync(from);
        await visitor.Page.Locator(form).First.EvaluateAsync($"form => {{ form.noValidate = true; {change} }}");
        await visitor.FollowAsync(visitor.Page.Locator(form).First.Locator(button).First);
    }

    private static async Task TypeAsync(Visitor visitor, string from)
    {
        await visitor.OpenAsync(from);
        await visitor.Page.Locator("#kc-q").FillAsync("");
        await visitor.Page.Locator("#kc-q").PressSequentiallyAsync("printer");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
    }

    private static async Task SendFromElsewhereAsync(Visitor visitor, string to)
    {
        await visitor.Page.SetContentAsync($"<form method='post' action='{to}'><button name='answer' value='fixed'>Win a prize</button></form>");
        await visitor.FollowAsync(visitor.Page.Locator("button"));
    }

    // From a network, as a proxy on this machine would name it: the machine itself has no limits.
    private static async Task TooManyAsync(FurnishedSite site, Visitor visitor)
    {
        await visitor.OpenAsync(site.Strict.Url + "/help");
        await visitor.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9" });
        await visitor.Page.EvaluateAsync("() => fetch('/known-issues/none/affected', { method: 'POST' })");
        await visitor.Page.Locator("#problem").FillAsync("It hums.");
        await visitor.FollowAsync(visitor.Page.Locator("form[action='/help'] [type=submit]"));
        await visitor.AssertHeadingAsync("Please wait a minute");
    }

    private static async Task NotSavedAsync(FurnishedSite site, Visitor visitor)
    {
        await using var locked = await site.Site.LockDatabaseAsync();
        await SendAsync(visitor, "/help", "form[action='/help']", "form.querySelector('#problem').value = 'A long story, told once.';");
    }
}
