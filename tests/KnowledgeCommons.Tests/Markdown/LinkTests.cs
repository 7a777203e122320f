using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Markdown;

namespace KnowledgeCommons.Tests.Markdown;

public sealed class LinkTests
{
    [Theory]
    [InlineData("reset.md", "/articles/vpn/reset")]
    [InlineData("./reset.md#step-2", "/articles/vpn/reset#step-2")]
    [InlineData("../mail/a.md?view=x#p", "/articles/mail/a#p")]
    [InlineData("/mail/a.md", "/articles/mail/a")]
    [InlineData("..\\mail\\A.MD", "/articles/mail/a")]
    [InlineData("<My file.md>", "/articles/vpn/my-file")]
    [InlineData("My%20file.md", "/articles/vpn/my-file")]
    [InlineData("übersicht.md#%C3%BCberblick", "/articles/vpn/%C3%BCbersicht#%C3%BCberblick")]
    [InlineData("%C3%BCbersicht.md", "/articles/vpn/%C3%BCbersicht")]
    [InlineData("x/../../vpn/./reset.md", "/articles/vpn/reset")]
    [InlineData("/articles/mail/a#p", "/articles/mail/a#p")]
    [InlineData("#what-you-see", "#what-you-see")]
    [InlineData("/help?article=vpn", "/help?article=vpn")]
    [InlineData("/topics/vpn", "/topics/vpn")]
    public void A_link_leads_to_where_its_target_is_served(string written, string served)
    {
        Assert.Equal($"<p><a href=\"{served}\">text</a></p>", Page.Html($"[text]({written})").Trim());
    }

    [Fact]
    public void Raw_HTML_links_and_pictures_are_resolved_too()
    {
        var body = Page.Body("<a href=\"reset.md\">x</a> <img src=\"a.png\" alt=\"A\">", "vpn/a.png");

        Assert.Equal("/articles/vpn/reset", body.QuerySelector("a")!.GetAttribute("href")); // Is there.
        Assert.Equal("/assets/0123456789ab/vpn/a.png", body.QuerySelector("img")!.GetAttribute("src")); // Is there.
    }

    [Fact]
    public void Links_into_the_library_are_reported_with_the_lines_where_they_stand()
    {
        var body = Page.Render("""
            # Title

            Text over
            two lines [a](a.md), and a [b](b.md#p)

            - x
            - [c](c.md)

            <div>

            <p><a href="d.md">d</a></p></div>

            | h |
            |---|
            | <!-- x
            -->[e](e.md) |

            [f]

            [f]: f.md
            """);

        Assert.Equal(
            ["vpn/a 13", "vpn/b 13", "vpn/c 16", "vpn/d 20"],
            body.Links.Take(4).Select(link => $"{link.Target} {link.Line}"));
        Assert.Equal(new ArticleLink(body.Links[1].Target, "p", 13), body.Links[1]);
        Assert.Equal("vpn/f", body.Links[^1].Target.Value);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("../../x.md")]
    [InlineData("..%2f..%2fetc/passwd")]
    [InlineData("..\\\\..\\\\x.md")]
    [InlineData("/../x.md")]
    [InlineData("%2e%2e/%2e%2e/x.md")]
    public void A_link_out_of_the_folder_is_text_and_a_finding(string written)
    {
        var body = Page.Render($"Text\n\n[text]({written})");

        Assert.Equal("<p>Text</p>\n<p>text</p>", body.Html.Trim());
        Assert.Equal(12, Page.Single(body, "link-leaves-folder").Line);
        Assert.Empty(body.Links);
    }

    [Fact]
    public void A_file_is_served_with_its_hash_and_the_look_at_it_is_recorded()
    {
        var body = Page.Render("[form](form%20a.pdf)", files: "vpn/form a.pdf");

        Assert.Equal("<p><a href=\"/assets/0123456789ab/vpn/form%20a.pdf\">form</a></p>", body.Html.Trim());
        Assert.Equal(new AssetLookup("vpn/form a.pdf", "0123456789abcdef"), Assert.Single(body.Assets));
    }

    [Fact]
    public void A_missing_file_is_text_and_a_finding_and_is_looked_for_again_later()
    {
        var body = Page.Render("[form](form.pdf)");

        Assert.Equal("<p>form</p>", body.Html.Trim());
        Assert.Equal("Linked files that are not there: vpn/form.pdf.", Page.Single(body, "missing-file").Message);
        Assert.Equal(new AssetLookup("vpn/form.pdf", null), Assert.Single(body.Assets));
    }

    [Theory]
    [InlineData("[x](/files/form)", "files/form")]
    [InlineData("[x](form)", "vpn/form")]
    [InlineData("![x](/media/a.png)", "media/a.png")]
    [InlineData("![x](a.png)", "vpn/a.png")]
    public void Every_look_at_a_file_is_recorded_so_that_its_arrival_is_noticed(string markdown, string path)
    {
        Assert.Equal(new AssetLookup(path, null), Assert.Single(Page.Render(markdown).Assets));
    }

    [Fact]
    public void A_file_is_found_whichever_way_its_umlauts_are_put_together()
    {
        Assert.Contains("/assets/", Page.Html("[x](u\u0308bersicht.pdf)", "vpn/\u00fcbersicht.pdf"));
        Assert.Contains("/assets/", Page.Html("[x](\u00fcbersicht.pdf)", "vpn/u\u0308bersicht.pdf"));
    }

    [Theory]
    [InlineData("toc.yml")]
    [InlineData("../mail/")]
    [InlineData("..")]
    [InlineData("guides/start")]
    public void Links_to_folders_and_settings_are_text_and_one_note(string written)
    {
        var body = Page.Render($"[a]({written}) [b]({written})");

        Assert.Equal("<p>a b</p>", body.Html.Trim());
        Assert.Equal(Severity.Note, Page.Single(body, "link-to-no-article").Severity);
    }

    [Fact]
    public void Links_that_do_not_name_their_site_are_text_and_counted_once_per_article()
    {
        var body = Page.Render("[a](/windows/client/x) [b](/previous-versions/dd367859(v=ws.10)) [a](/windows/client/x)");

        Assert.Equal("<p>a b a</p>", body.Html.Trim());
        Assert.Equal(
            "Links that do not say to which site they lead are shown as text: /windows/client/x, /previous-versions/dd367859(v=ws.10) (3 times in all).",
            Page.Single(body, "link-without-site").Message);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d=e", "https://example.org/a?b=c&amp;d=e")]
    [InlineData("http://example.org", "http://example.org")]
    [InlineData("//example.org/a", "https://example.org/a")]
    [InlineData("mailto:help@example.org", "mailto:help@example.org")]
    [InlineData("tel:+4930123", "tel:+4930123")]
    public void Links_to_other_sites_tell_them_nothing(string written, string served)
    {
        Assert.Equal($"<p><a href=\"{served}\" rel=\"noopener noreferrer\">text</a></p>", Page.Html($"[text]({written})").Trim());
    }

    [Theory]
    [InlineData("ftp://example.org/a", "link-scheme")]
    [InlineData("file:///C:/x", "link-scheme")]
    [InlineData("sip:me@example.org", "link-scheme")]
    [InlineData("https:example.org", "link-without-site")]
    [InlineData("https:/example.org", "link-without-site")]
    [InlineData("www.example.org/a", "link-without-site")]
    [InlineData("/\\example.org", "link-without-site")]
    public void Other_addresses_are_text_and_a_finding(string written, string rule)
    {
        var body = Page.Render($"<a href=\"{written}\">text</a>");

        Assert.Equal("<p>text</p>", body.Html.Trim());
        Page.Single(body, rule);
    }

    [Theory]
    [InlineData("See https://example.org/a.", "https://example.org/a")]
    [InlineData("(http://example.org)", "http://example.org")]
    [InlineData("**www.example.org**", "https://www.example.org")]
    [InlineData("mailto:help@example.org", "mailto:help@example.org")]
    [InlineData("<https://example.org/x>", "https://example.org/x")]
    [InlineData("<help@example.org>", "mailto:help@example.org")]
    public void Bare_addresses_are_links(string markdown, string address)
    {
        Assert.Equal(address, Assert.Single(Page.Body(markdown).QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("ftp://example.org")]
    [InlineData("xhttp://example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("`https://example.org`")]
    [InlineData("http://")]
    public void Other_words_are_no_links(string markdown)
    {
        Assert.Empty(Page.Body(markdown).QuerySelectorAll("a"));
    }

    [Fact]
    public void A_link_without_words_is_left_out()
    {
        Assert.Equal("<p>x</p>", Page.Html("x[](a.md)").Trim());
    }
}
