namespace KnowledgeCommons.Tests.Reading;

/// <summary>Articles that need each part of the page, published once for all sentences about it.</summary>
public sealed class ArticleShelf : IAsyncLifetime
{
    internal TestSite Site { get; } = new();

    public async Task InitializeAsync()
    {
        Site.Write("_people.yml", """
            people:
              dev: { name: Dev Patel, role: Networks, email: dev@example.com }
            duty:
              default: { owner: dev }
            """);
        Site.Write("vpn/_topic.yml", "title: VPN and Wi-Fi\nowner: dev\n");
        Site.Write("vpn/vpn-wont-connect.md", """
            ---
            title: The VPN will not connect
            summary: Gets the tunnel up again.
            applies_to: [windows, macos]
            tags: [vpn]
            reviewed_on: 2026-11-11
            minutes: 5
            aliases: [vpn/tunnel-broken]
            ---
            Opening words.

            ## What you see

            Error 809.

            ## The full fix

            1. Restart.

            ## If that did not work

            Say so.
            """);
        Site.Write("vpn/vpn-is-slow.md", "---\ntitle: The VPN is slow\ntags: [vpn]\n---\nShort.\n\n## One\n\nA.\n\n## Two\n\nB.\n");
        Site.Write("printing/paper-jam.md", "# Paper jam\n\nOpen the tray.\n");
        Site.Write("printing/grüße an alle.md", "# Grüße an alle\n\nText.\n");
        Site.Write("printing/toner.md", "---\ntitle: Toner\nstatus: retired\nsuccessor: printing/paper-jam\n---\nOld.\n");
        Site.Write("arabic.md", "---\ntitle: مرحبا\nlanguage: ar\n---\nنص\n");
        await Site.PublishedAsync("--Content:EditUrl=https://git.example.com/kb/edit/main/{path}");
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
