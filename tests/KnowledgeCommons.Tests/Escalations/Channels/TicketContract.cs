using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations.Channels;

/// <summary>What holds for systems with tickets: a later event without a ticket opens one, and an opening that is known opens none.</summary>
public abstract class TicketContract(BriefsOfASite site) : ChannelContract(site)
{
    [Fact]
    public async Task An_event_of_a_case_that_could_not_be_opened_opens_it_with_all_that_is_known()
    {
        var said = Change(Opening(), CaseEventRow.Said, "It beeps, too.");
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(said, CancellationToken.None));
        Assert.NotNull(told.Ticket);
        Assert.Contains("The VPN says 809", Assert.Single(System.Calls).Text);
        Assert.Contains("It beeps, too.", System.Calls.Single().Text);
    }

    [Fact]
    public async Task A_ticket_that_is_known_is_not_opened_again()
    {
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(Opening() with { Ticket = new ForeignTicket { Id = "12" } }, CancellationToken.None));
        Assert.Empty(System.Calls);
    }

    [Fact]
    public async Task While_nobody_can_say_whether_the_ticket_is_there_none_is_opened()
    {
        System.Troubles.Enqueue(Trouble.Fails);
        Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(Opening() with { MayBeThere = true }, CancellationToken.None));
        Assert.Empty(System.Calls);
    }

    private protected static string Basic(string user) => JsonCalls.Basic(user, Token).ToString();
}
