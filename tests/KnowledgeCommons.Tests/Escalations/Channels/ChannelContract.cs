using KnowledgeCommons.Server.Escalations;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>The words of a site, made once for all tests of a class.</summary>
public sealed class BriefsOfASite : IAsyncLifetime
{
    private TestSite? _site;

    internal Briefs Briefs => Site.Services.GetRequiredService<Briefs>();
    internal TestSite Site => _site ?? throw new InvalidOperationException("It was not started.");

    public async Task InitializeAsync() => _site = await HelpSite.StartAsync("--Site:BaseUrl=https://help.example.com");

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>What every channel promises, whatever it calls: held against a real listener that answers as the system's documentation says.</summary>
public abstract class ChannelContract(BriefsOfASite site) : IClassFixture<BriefsOfASite>, IAsyncLifetime
{
    private protected const string Token = "s3cret-t0ken";
    private protected const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";
    private protected const string Hostile = "It \"broke\"\r\n.\r\n<script>alert('x')</script> <!channel> {\"a\":1} \u202e €𝄞 \\";

    private FakeSystem? _system;
    private IChannel? _channel;

    private protected FakeSystem System => _system ?? throw new InvalidOperationException("It was not started.");
    private protected IChannel Channel => _channel ?? throw new InvalidOperationException("It was not started.");

    /// <summary>The settings of the kind, without the address.</summary>
    private protected abstract (string Kind, ChannelSettings Settings) SetUp();

    /// <summary>What the real system answers.</summary>
    private protected abstract string Answer(Call call);

    private protected abstract void CheckOpening(Call call, Message message);

    private protected abstract void CheckChange(Call call, Message message);

    private protected abstract void CheckContactedAgain(Call call, Message message);

    /// <summary>What the opening has to say about the ticket there; null when it is a message without a name.</summary>
    private protected abstract ForeignTicket? Expected(Message opening);

    /// <summary>How many tickets or messages the system holds now; null for one that cannot know what it has been told before.</summary>
    private protected abstract int? Held { get; }

    public async Task InitializeAsync()
    {
        _system = await new FakeSystem(Answer).StartAsync();
        var (kind, settings) = SetUp();
        settings.Kind = kind;
        settings.Url = _system.Url + settings.Url;
        Assert.Empty(new ChannelsCheck().Validate(null, new ChannelsOptions { ["there"] = settings }).Failures ?? []);
        _channel = ChannelKinds.Find(kind)?.Make("there", settings, site.Briefs, site.Site.Time);
    }

    public async Task DisposeAsync()
    {
        (Channel as IDisposable)?.Dispose();
        await System.DisposeAsync();
    }

    [Fact]
    public async Task A_case_is_opened_in_the_documented_shape()
    {
        var opening = Opening(Hostile);
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(opening, CancellationToken.None));
        CheckOpening(Assert.Single(System.Calls), opening);
        Assert.Equal(Expected(opening), told.Ticket);
    }

    [Fact]
    public async Task A_change_is_passed_on_to_the_same_ticket()
    {
        var change = Change(await OpenedAsync(), CaseEventRow.Said, "One more thing: <b>it</b> \"beeps\".");
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(change, CancellationToken.None));
        CheckChange(System.Calls.Last(), change);
    }

    [Fact]
    public async Task That_the_reader_makes_contact_again_is_said_aloud()
    {
        var again = Change(await OpenedAsync(), CaseEventRow.CameBack, "It is back.");
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(again, CancellationToken.None));
        CheckContactedAgain(System.Calls.Last(), again);
    }

    [Fact]
    public async Task A_system_that_fails_is_tried_later() => Assert.Contains("500", await LaterAsync(Trouble.Fails));

    [Fact]
    public async Task A_system_that_lets_nobody_in_is_tried_later_because_settings_can_be_mended() =>
        Assert.Contains("does not let us in (401)", await LaterAsync(Trouble.LetsNobodyIn));

    [Fact]
    public async Task A_page_instead_of_an_answer_is_a_failure() => Assert.Contains("page", await LaterAsync(Trouble.Html));

    [Fact]
    public async Task A_connection_that_breaks_is_tried_later() => Assert.Contains("could not be reached", await LaterAsync(Trouble.Drops));

    [Fact]
    public async Task A_system_that_is_busy_is_left_alone_for_as_long_as_it_asks()
    {
        System.Troubles.Enqueue(Trouble.Busy);
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(Opening(), CancellationToken.None)).After);
        System.Troubles.Enqueue(Trouble.Busy);
        System.RetryAfter = site.Site.Time.GetUtcNow().AddMinutes(3).ToString("R");
        var later = Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(Opening(), CancellationToken.None));
        Assert.InRange(later.After ?? default, TimeSpan.FromSeconds(179), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task A_system_that_hangs_is_given_up_in_time()
    {
        System.Troubles.Enqueue(Trouble.Hangs);
        var delivery = Channel.DeliverAsync(Opening(), CancellationToken.None);
        await Eventually.TrueAsync(() => delivery.IsCompleted, site.Site.Time, TimeSpan.FromSeconds(1));
        Assert.Equal("127.0.0.1 did not answer within 20 seconds.", Assert.IsType<Delivery.TryLater>(await delivery).Reason);
    }

    [Fact]
    public async Task What_the_system_refuses_is_not_tried_again()
    {
        System.Troubles.Enqueue(Trouble.Refuses);
        var refused = Assert.IsType<Delivery.Refused>(await Channel.DeliverAsync(Opening(), CancellationToken.None));
        Assert.Contains("A field is missing", refused.Reason);
    }

    [Fact]
    public async Task Nothing_follows_to_where_a_system_sends_us()
    {
        await using var elsewhere = await new FakeSystem(_ => "{}").StartAsync();
        System.ElsewhereUrl = elsewhere.Url;
        Assert.Contains("sends us elsewhere (307)", await LaterAsync(Trouble.SendsElsewhere));
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task An_attempt_whose_answer_was_lost_leaves_one_ticket_and_one_entry()
    {
        var opening = Opening();
        System.Troubles.Enqueue(Trouble.TakesAndDrops);
        Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(opening, CancellationToken.None));
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(opening with { MayBeThere = true }, CancellationToken.None));
        Assert.Equal(Expected(opening), told.Ticket);
        if (Held is { } opened) Assert.Equal(1, opened);
        var change = Change(opening with { Ticket = told.Ticket }, CaseEventRow.Said, "More.");
        System.Troubles.Enqueue(Trouble.TakesAndDrops);
        Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(change, CancellationToken.None));
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(change with { MayBeThere = true }, CancellationToken.None));
        if (Held is { } both) Assert.Equal(2, both);
    }

    [Fact]
    public async Task The_same_message_says_the_same_at_every_attempt()
    {
        var opening = Opening();
        await Channel.DeliverAsync(opening, CancellationToken.None);
        site.Site.Time.Advance(TimeSpan.FromDays(2));
        await Channel.DeliverAsync(opening with { Story = opening.Story with { Case = opening.Story.Case with { OwnerName = "Ben", PromiseBy = null } } }, default);
        var sent = System.Calls.Where(call => call.Method == "POST").Select(Comparable).ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0], sent[1]);
    }

    [Fact]
    public void Only_the_cases_of_its_topics_concern_it()
    {
        var (kind, settings) = SetUp();
        settings.Url = System.Url + settings.Url;
        settings.Topics = ["network"];
        var channel = ChannelKinds.Find(kind)?.Make("there", settings, site.Briefs, site.Site.Time);
        Assert.NotNull(channel);
        Assert.Single(channel.AddressesOf(new CaseRow { Topic = "network/vpn" }, Addressee.Follower));
        Assert.Empty(channel.AddressesOf(new CaseRow { Topic = "networks" }, Addressee.Follower));
        Assert.Empty(channel.AddressesOf(new CaseRow { Topic = "network" }, Addressee.Reader));
        Assert.All(channel.AddressesOf(new CaseRow { Topic = "network" }, Addressee.Follower), address => Assert.DoesNotContain("hook", address));
        (channel as IDisposable)?.Dispose();
    }

    /// <summary>What must not change from attempt to attempt.</summary>
    private protected virtual string Comparable(Call call) => call.Text;

    private protected static Message Opening(string problem = "The VPN says 809")
    {
        var entry = new CaseEventRow { Kind = CaseEventRow.Opened, Whom = "Ana Ruiz", PromiseBy = new DateTimeOffset(2026, 11, 23, 14, 0, 0, TimeSpan.Zero) };
        var opened = new CaseRow
        {
            Id = Guid.CreateVersion7().ToString(),
            Number = 7,
            Problem = problem,
            Name = "Mara",
            Topic = "network",
            Impact = "stopped",
            People = "team",
            Reach = "here",
            OwnerName = "Ana Ruiz",
            PromiseBy = entry.PromiseBy
        };
        return new Message($"there/{entry.Id}", Addressee.Follower, "there", new Story(opened, [], [entry], Earlier: null), entry);
    }

    private protected static Message Change(Message opened, string kind, string words)
    {
        var entry = new CaseEventRow { Kind = kind, Words = words };
        return opened with { Key = $"there/{entry.Id}", Event = entry, MayBeThere = false };
    }

    private async Task<Message> OpenedAsync()
    {
        var opening = Opening();
        return opening with { Ticket = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(opening, CancellationToken.None)).Ticket };
    }

    private async Task<string> LaterAsync(Trouble trouble)
    {
        System.Troubles.Enqueue(trouble);
        var later = Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(Opening(), CancellationToken.None));
        Assert.Null(later.After);
        Assert.DoesNotContain(Token, later.Reason);
        Assert.DoesNotContain("hook", later.Reason);
        return later.Reason;
    }
}
