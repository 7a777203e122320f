using System.Net;
using System.Net.Sockets;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Tests.Escalations;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>Guesses of receipts are counted by who sends them: behind a listed proxy by whom it names, and from everybody else by their connection.</summary>
public sealed class ForwardedGuessTests
{
    private const string Proxy = "127.0.0.1";
    private const string NoProxy = "127.0.0.2";
    private const string Guesser = "203.0.113.9";

    [Fact]
    public async Task Behind_a_listed_proxy_each_client_has_guesses_of_their_own_whatever_they_say_of_themselves()
    {
        await using var site = await HelpSite.StartAsync($"--Site:Proxies:0={Proxy}");
        // The proxy adds whom it talks to at the end; what stands in front of that, the client made up.
        for (var guess = 0; guess < ReceiptGuesses.Free; guess++)
            Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(site, Proxy, $"198.51.100.{guess}, {Guesser}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(site, Proxy, Guesser));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(site, Proxy, $"198.51.100.200, {Guesser}"));
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(site, Proxy, "203.0.113.10"));
    }

    [Fact]
    public async Task Who_is_no_listed_proxy_is_one_guesser_whomever_they_name()
    {
        await using var site = await HelpSite.StartAsync($"--Site:Proxies:0={Proxy}");
        for (var guess = 0; guess < ReceiptGuesses.Free; guess++)
            Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(site, NoProxy, $"203.0.113.{guess}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(site, NoProxy, "203.0.113.200"));
        // And what they named pays for none of it.
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(site, Proxy, "203.0.113.0"));
    }

    [Fact]
    public async Task The_proxy_that_named_nobody_is_itself_the_guesser()
    {
        await using var site = await HelpSite.StartAsync($"--Site:Proxies:0={Proxy}");
        for (var guess = 0; guess < ReceiptGuesses.Free; guess++) await GuessAsync(site, Proxy, forwarded: null);
        Assert.Equal(HttpStatusCode.TooManyRequests, await GuessAsync(site, Proxy, forwarded: null));
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(site, Proxy, Guesser));
    }

    private static async Task<HttpStatusCode> GuessAsync(TestSite site, string from, string? forwarded)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (to, cancel) => ConnectAsync(from, to.DnsEndPoint, cancel) }) { BaseAddress = site.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/receipts/cAAAAAAAAAAAAAAAAAAAAAA");
        if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async ValueTask<Stream> ConnectAsync(string from, EndPoint to, CancellationToken cancel)
    {
        var line = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        line.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await line.ConnectAsync(to, cancel);
        return new NetworkStream(line, ownsSocket: true);
    }
}
