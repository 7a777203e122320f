using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.KnownIssues;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Site;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

internal static class EscalationsSetup
{
    public static void AddEscalations(this WebApplicationBuilder builder)
    {
        builder.BindOptions<PromiseOptions>("Promises");
        builder.BindOptions<OutboxOptions>("Outbox");
        builder.BindOptions<MailOptions>("Mail");
        builder.Services.AddSingleton(services => new ReachByMail(services.GetRequiredService<IOptions<MailOptions>>().Value.IsSetUp));
        builder.Services.AddSingleton<DutyDesk>();
        builder.Services.AddSingleton<DutyWords>();
        builder.Services.AddSingleton<FirstWords>();
        builder.Services.AddSingleton<Promises>();
        builder.Services.AddSingleton<Keepers>();
        builder.Services.AddSingleton<PromiseKeeping>();
        builder.Services.AddHostedService<PromiseWatch>();
        builder.Services.AddSingleton(SearchesOf);
        builder.Services.AddSingleton<PastAnswers>();
        builder.Services.AddSingleton<PastCases>();
        builder.Services.AddSingleton<RepeatRule>();
        builder.Services.AddSingleton<SameAgain>();
        builder.Services.AddSingleton<HelpContexts>();
        builder.Services.AddSingleton<HelpCheck>();
        builder.Services.AddSingleton<CaseTokens>();
        builder.Services.AddSingleton<CaseOpening>();
        builder.Services.AddSingleton<Cases>();
        builder.Services.AddSingleton<HeldCases>();
        builder.Services.AddSingleton<IHeldKind>(services => services.GetRequiredService<HeldCases>());
        builder.Services.AddSingleton<HelpSending>();
        builder.Services.AddSingleton(OnDutyOf);
        builder.Services.AddSingleton<DeskSteps>();
        builder.Services.AddSingleton<CaseMerging>();
        builder.Services.AddSingleton<CaseEndings>();
        builder.Services.AddSingleton<CallEntry>();
        builder.Services.AddSingleton<ReceiptForm>();
        builder.Services.AddSingleton<AttachmentFolder>();
        builder.Services.AddSingleton<Attachments>();
        builder.Services.AddHostedService<AttachmentSweep>();
        builder.Services.AddSingleton<IAnswerSource, AnswersOfCases>();
        builder.Services.AddSingleton<CaseQueue>();
        builder.Services.AddSingleton<EventWords>();
        builder.Services.AddSingleton<CaseLetters>();
        builder.Services.AddSingleton<NewsLetters>();
        builder.Services.AddSingleton<ILetterWriter, GuestLetters>();
        builder.Services.AddSingleton<IGuestPost, GuestPost>();
        builder.Services.AddSingleton<NewsBringer>();
        builder.Services.AddSingleton<INewsCarrier, NewsByOutbox>();
        builder.AddChannels();
    }

    public static void MapEscalations(this WebApplication app)
    {
        var pages = app.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync).DisableAntiforgery().ExcludeFromDescription();
        pages.MapHelp();
        if (!app.Services.GetRequiredService<IOptions<IdentityOptions>>().Value.AnybodyReads) pages.MapLockedOut();
        pages.MapAgain();
        pages.MapReceipts();
        pages.MapEndings();
        app.MapTicketHooks();
    }

    // For pages of the floor, which know of no duty.
    private static OnDutyNow OnDutyOf(IServiceProvider services)
    {
        var (duty, words, clock) = (services.GetRequiredService<DutyDesk>(), services.GetRequiredService<DutyWords>(), services.GetRequiredService<SiteClock>());
        return new OnDutyNow(() =>
        {
            var responder = duty.ResponderFor("", clock.Now);
            return new PersonToAsk(responder.Name, responder.Phone, responder.Phone is { } phone ? "tel:" + PhoneLink.Of(phone) : null, words.Opens(responder));
        });
    }

    private static RecentSearches SearchesOf(IServiceProvider services)
    {
        var log = services.GetRequiredService<SearchLog>();
        return new RecentSearches(
            async (reader, since, cancel) => [.. (await log.RecentOfAsync(new Reader(reader), since, cancel)).Select(Past)],
            async (id, cancel) => await log.FindAsync(id, cancel) is { } search ? Past(search) : null);

        static PastSearch Past(ReaderSearch search) => new(search.Id, search.Query, search.At, search.Opened);
    }
}
