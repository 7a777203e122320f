using Dapper;
using KnowledgeCommons.Server.Escalations;
using KnowledgeCommons.Server.Rewrites;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Escalations.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeCommons.Tests.Rewrites;

/// <summary>A site with one rewrite case, made once for all tests of a class.</summary>
public sealed class CaseOfASite : IAsyncLifetime
{
    private RewriteSite? _site;

    internal RewriteSite Site => _site ?? throw new InvalidOperationException("It was not started.");

    public async Task InitializeAsync()
    {
        _site = await RewriteSite.StartAsync("--Site:BaseUrl=https://help.example.com");
        await _site.OpenAsync(because: "It \"broke\" <script>alert('x')</script> {\"a\":1} € 𝄞 \\");
        await _site.StepAsync("/desk/rewrites/1", "snooze", ("until", "2026-12-01"));
        await _site.StepAsync("/desk/rewrites/1", "product", ("service", "net"), ("why", "One more thing: <b>it</b> \"beeps\"."));
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

/// <summary>What every forge promises: held against a real listener that answers as the forge's documentation says.</summary>
public abstract class ForgeContract(CaseOfASite site) : IClassFixture<CaseOfASite>, IAsyncLifetime
{
    private protected const string Token = "s3cret-t0ken";
    private FakeSystem? _system;
    private ForgeChannel? _channel;
    private Server.Rewrites.Forge? _forge;

    private protected FakeSystem System => _system ?? throw new InvalidOperationException("It was not started.");
    private protected List<string> Issues { get; } = [];
    private protected List<string> Comments { get; } = [];
    private ForgeChannel Channel => _channel ?? throw new InvalidOperationException("It was not started.");

    private protected abstract ForgeOptions SetUp();

    /// <summary>What the real forge answers; it keeps what it took in <see cref="Issues"/> and <see cref="Comments"/>.</summary>
    private protected abstract string Answer(Call call);

    private protected abstract void CheckOpening(Call call);

    private protected abstract void CheckComment(Call call);

    /// <summary>How the issue is called, and its page.</summary>
    private protected abstract ForeignTicket Expected { get; }

    public async Task InitializeAsync()
    {
        _system = await new FakeSystem(Answer).StartAsync();
        var options = SetUp();
        options.Url = _system.Url + options.Url;
        options.Token = Token;
        Assert.Empty(options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)));
        _forge = Forges.Find(options.Kind)?.Make(options, site.Site.Site.Time);
        _channel = ActivatorUtilities.CreateInstance<ForgeChannel>(site.Site.Site.Services, _forge ?? throw new InvalidOperationException());
    }

    public async Task DisposeAsync()
    {
        _forge?.Dispose();
        await System.DisposeAsync();
    }

    [Fact]
    public async Task A_case_becomes_an_issue_in_the_documented_shape()
    {
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(await OpeningAsync(), CancellationToken.None));
        CheckOpening(Assert.Single(System.Calls));
        Assert.Equal(Expected, told.Ticket);
        var text = Assert.Single(Issues);
        Assert.Contains("Rewrites: KC-1", text);
        Assert.Contains("https://help.example.com/desk/rewrites/1", text);
        Assert.Contains("network/vpn.md", text);
        Assert.Contains("𝄞", text);
    }

    [Fact]
    public async Task A_step_becomes_a_comment_there()
    {
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(await StepAsync(), CancellationToken.None));
        CheckComment(System.Calls.Last());
        Assert.Contains("Nils Berg has it now.", Assert.Single(Comments));
    }

    [Fact]
    public async Task An_attempt_whose_answer_was_lost_leaves_one_issue_and_one_comment()
    {
        var opening = await OpeningAsync();
        System.Troubles.Enqueue(Trouble.TakesAndDrops);
        Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(opening, CancellationToken.None));
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(opening with { MayBeThere = true }, CancellationToken.None));
        Assert.Equal(Expected, told.Ticket);
        Assert.Single(Issues);
        var step = await StepAsync();
        System.Troubles.Enqueue(Trouble.TakesAndDrops);
        Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(step, CancellationToken.None));
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(step with { MayBeThere = true }, CancellationToken.None));
        Assert.Single(Comments);
    }

    [Fact]
    public async Task What_is_looked_for_and_not_there_is_sent()
    {
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(await OpeningAsync() with { MayBeThere = true }, CancellationToken.None));
        Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(await StepAsync() with { MayBeThere = true }, CancellationToken.None));
        Assert.Single(Issues);
        Assert.Single(Comments);
    }

    [Fact]
    public async Task A_step_of_a_case_whose_issue_could_not_be_opened_opens_it_with_all_that_is_known()
    {
        var told = Assert.IsType<Delivery.Delivered>(await Channel.DeliverAsync(await StepAsync() with { Ticket = null }, CancellationToken.None));
        Assert.NotNull(told.Ticket);
        Assert.Contains("Nils Berg has it now.", Assert.Single(Issues));
    }

    [Theory]
    [InlineData(Trouble.Fails, "500")]
    [InlineData(Trouble.LetsNobodyIn, "does not let us in (401)")]
    [InlineData(Trouble.Html, "page")]
    [InlineData(Trouble.Drops, "could not be reached")]
    [InlineData(Trouble.SendsElsewhere, "sends us elsewhere (307)")]
    public async Task What_goes_wrong_there_is_tried_later_and_says_no_secret(object trouble, string reason)
    {
        System.Troubles.Enqueue((Trouble)trouble);
        var later = Assert.IsType<Delivery.TryLater>(await Channel.DeliverAsync(await OpeningAsync(), CancellationToken.None));
        Assert.Contains(reason, later.Reason);
        Assert.DoesNotContain(Token, later.Reason);
        Assert.Empty(Issues);
    }

    [Fact]
    public async Task What_the_forge_refuses_is_not_tried_again()
    {
        System.Troubles.Enqueue(Trouble.Refuses);
        Assert.Contains("A field is missing", Assert.IsType<Delivery.Refused>(await Channel.DeliverAsync(await OpeningAsync(), CancellationToken.None)).Reason);
    }

    private Task<Errand> OpeningAsync() => ErrandAsync(RewriteEvent.Opened, ticket: null);

    private Task<Errand> StepAsync() => ErrandAsync(RewriteEvent.ProductFix, Expected);

    private Task<Errand> ErrandAsync(string kind, ForeignTicket? ticket) => site.Site.Site.Services.GetRequiredService<Database>().ReadAsync(async connection =>
    {
        var entry = await connection.QuerySingleAsync<RewriteEvent>("SELECT * FROM rewrite_event WHERE kind = @kind", new { kind });
        return new Errand($"forge/{entry.Id}", RewriteBook.Forge, entry.CaseId, entry.Id, "there", ticket);
    }, CancellationToken.None);
}
