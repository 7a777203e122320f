using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace KnowledgeCommons.Tests.Reading;

/// <summary>A site whose articles are published, and its pages as a browser sees them.</summary>
internal static class Shown
{
    public static async Task<TestSite> PublishedAsync(this TestSite site, params string[] settings)
    {
        await site.StartAsync(settings);
        for (var tries = 0; tries < 200; tries++)
        {
            using var ready = await site.Client.GetAsync("/readyz");
            if (ready.StatusCode == HttpStatusCode.OK) return site;
            await Task.Delay(50);
        }
        throw new TimeoutException("Nothing was published within ten seconds.");
    }

    /// <summary>The page at an address; the test fails when it is not there.</summary>
    public static async Task<IDocument> PageAsync(this TestSite site, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await site.Client.GetAsync(address);
        Assert.Equal(expected, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }

    /// <summary>Where an address leads for good; null when it answers itself.</summary>
    public static async Task<string?> LeadsToAsync(this TestSite site, string address)
    {
        using var response = await site.Client.GetAsync(address);
        return response.StatusCode == HttpStatusCode.MovedPermanently ? response.Headers.Location?.OriginalString : null;
    }

    /// <summary>The words of an element with white space as the reader sees it; fails when the element is not there.</summary>
    public static string Words(this IParentNode page, string selector)
    {
        var element = page.QuerySelector(selector);
        Assert.True(element is not null, $"Nothing on the page is {selector}.");
        return element.Words();
    }

    /// <summary>The words of an element; those of different parts are kept apart.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.GetDescendants().OfType<IText>()
        .SelectMany(text => text.Data.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
}
