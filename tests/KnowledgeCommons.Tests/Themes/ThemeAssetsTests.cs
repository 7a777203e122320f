using System.Net;
using KnowledgeCommons.Server.Themes;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Themes;

public sealed class ThemeAssetsTests : IDisposable
{
    private readonly string _theme = Directory.CreateTempSubdirectory("kc-theme-").FullName;

    public ThemeAssetsTests()
    {
        Directory.CreateDirectory(Path.Combine(_theme, "assets", "fonts"));
        File.WriteAllText(Path.Combine(_theme, "10.css"), "body { color: black; }");
        File.WriteAllText(Path.Combine(_theme, "texts.en.yml"), "site: { skip: Skip }");
        File.WriteAllText(Path.Combine(_theme, "assets", "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        File.WriteAllText(Path.Combine(_theme, "assets", "fonts", "Our Sans.woff2"), "font");
        File.WriteAllText(Path.Combine(_theme, "assets", "page.html"), "<script>alert(1)</script>");
        File.WriteAllText(Path.Combine(_theme, "assets", ".hidden.png"), "hidden");
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path.Combine(_theme, "assets", "outside.png"), "/etc/hostname");
    }

    public void Dispose() => Directory.Delete(_theme, recursive: true);

    [Fact]
    public async Task Pictures_and_fonts_of_the_theme_are_served_with_their_type()
    {
        await using var site = await StartAsync();
        var theme = site.Services.GetRequiredService<Theme>();
        using var icon = await site.Client.GetAsync(theme.AssetUrl("favicon.svg"));
        using var font = await site.Client.GetAsync(theme.AssetUrl("fonts/Our Sans.woff2"));
        Assert.Equal(("image/svg+xml", "font/woff2"), (icon.Content.Headers.ContentType?.MediaType, font.Content.Headers.ContentType?.MediaType));
        Assert.Contains("default-src 'none'", icon.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../texts.en.yml")]
    [InlineData("..%2ftexts.en.yml")]
    [InlineData("%2e%2e/texts.en.yml")]
    [InlineData("..%5ctexts.en.yml")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("fonts/../../10.css")]
    [InlineData("page.html")]
    [InlineData(".hidden.png")]
    [InlineData("outside.png")]
    [InlineData("FAVICON.SVG")]
    [InlineData("")]
    public async Task Nothing_else_can_be_asked_for(string path)
    {
        await using var site = await StartAsync();
        using var response = await site.Client.GetAsync($"/theme/{site.Services.GetRequiredService<Theme>().Hash}/assets/{path}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Another_picture_gives_the_theme_another_address()
    {
        await using var before = await StartAsync();
        File.WriteAllText(Path.Combine(_theme, "assets", "favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>");
        await using var after = await StartAsync();
        Assert.NotEqual(before.Services.GetRequiredService<Theme>().StyleSheetUrl, after.Services.GetRequiredService<Theme>().StyleSheetUrl);
    }

    private Task<TestSite> StartAsync() => new TestSite().StartAsync($"--Theme:Folder={_theme}");
}
