namespace KnowledgeCommons.Tests.Reading;

public sealed class EmptySiteTests
{
    [Fact]
    public async Task A_site_without_any_article_still_offers_a_search_and_a_person()
    {
        await using var site = await new TestSite().PublishedAsync();
        Assert.NotNull((await site.PageAsync("/")).QuerySelector("a[href='/help']"));
        Assert.Equal("Nothing has been published here yet. A person can help you right away.", (await site.PageAsync("/topics")).Words(".lead"));
        await site.PageAsync("/feed.xml");
        await site.PageAsync("/sitemap.xml");
    }

    [Theory]
    [InlineData("javascript:alert(1)//{path}", "Content:EditUrl must be an http or https address")]
    [InlineData("https://git.example.com/kb", "Content:EditUrl must say with {path} where the article's path goes")]
    public async Task A_wrong_address_of_the_forge_stops_the_start_and_names_the_key(string setting, string sentence)
    {
        await using var site = new TestSite();
        var stopped = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => site.StartAsync($"--Content:EditUrl={setting}"));
        Assert.Contains(sentence, stopped.Failures);
    }
}
