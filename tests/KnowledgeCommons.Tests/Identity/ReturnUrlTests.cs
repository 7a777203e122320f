using KnowledgeCommons.Server.Identity;

namespace KnowledgeCommons.Tests.Identity;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/articles/vpn?for=mac#step-2")]
    [InlineData("/search?q=https://example.com")]
    [InlineData("/articles/gr%C3%BC%C3%9Fe")]
    [InlineData("/desk")]
    public void A_page_of_this_site_is_gone_on_to(string address) => Assert.Equal(address, ReturnUrl.Safe(address));

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%252Fevil.example")]
    [InlineData("/%25252Fevil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("HTTPS:/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("evil.example")]
    [InlineData("@evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/%0d%0aSet-Cookie:a=b")]
    [InlineData("/ /evil.example")]
    [InlineData("/．／evil.example")]
    [InlineData("/x//evil.example")]
    [InlineData("/sign-in?returnUrl=/")]
    [InlineData("/sign-out")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_leads_to_the_start_page(string? address) => Assert.Equal("/", ReturnUrl.Safe(address));

    [Fact]
    public void An_endless_address_leads_to_the_start_page() => Assert.Equal("/", ReturnUrl.Safe("/" + new string('a', 5000)));
}
