using KnowledgeCommons.Server.Site;
using Microsoft.AspNetCore.Http;

namespace KnowledgeCommons.Tests.Site;

public sealed class AddressWordsTests
{
    [Theory]
    [InlineData("/articles/vpn/vpn-wont-start.html", "vpn wont start")]
    [InlineData("/kb/Outlook_Error%20x", "Outlook Error 20x")]
    [InlineData("/articles/grüße-an-alle/", "grüße an alle")]
    [InlineData("/articles/<script>alert(1)</script>", "script")]
    [InlineData("/", "")]
    [InlineData("/receipts/cSecretSecretSecret123", "")]
    [InlineData("/desk/cases/17", "")]
    [InlineData("/articles/---", "")]
    public void The_last_part_of_an_address_tells_what_was_looked_for(string path, string words) =>
        Assert.Equal(words, AddressWords.Of(new PathString(path)));

    [Fact]
    public void A_very_long_address_is_cut() => Assert.Equal(120, AddressWords.Of(new PathString("/" + new string('a', 9000))).Length);
}
