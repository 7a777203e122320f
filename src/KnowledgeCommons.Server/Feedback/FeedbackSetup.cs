using KnowledgeCommons.Server.Abuse;
using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Searching;
using KnowledgeCommons.Server.Site;

namespace KnowledgeCommons.Server.Feedback;

internal static class FeedbackSetup
{
    public static void AddFeedback(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Outcomes>();
        builder.Services.AddSingleton<RevisionsSeen>();
        builder.Services.AddSingleton<ClickCheck>();
        builder.Services.AddSingleton<HeldAnswers>();
        builder.Services.AddSingleton<IHeldKind>(services => services.GetRequiredService<HeldAnswers>());
        builder.Services.AddSingleton<AnswerSending>();
        builder.Services.AddSingleton<FeedbackStories>();
        builder.Services.AddSingleton<ToldChanges>();
        builder.Services.AddSingleton<HearBack>();
        builder.Services.AddSingleton<Readings>();
        builder.Services.AddSingleton<ReadingCounter>();
        builder.Services.AddSingleton<IAnswerSource, AnswersOfReaders>();
        builder.Services.AddHostedService<ReadingFlush>();
        builder.Services.AddHostedService<RevisionWatch>();
        builder.Services.AddHostedService<FixedLately>();
    }

    public static void MapFeedback(this WebApplication app)
    {
        var pages = app.MapGroup("").DisableAntiforgery().ExcludeFromDescription();
        pages.MapPost("/articles/{**path}", OutcomeEndpoints.RecordOutcome);
        var receipts = pages.MapGroup("").AddEndpointFilter(PrivatePage.KeepAsync);
        receipts.MapGet(ReceiptToken.FeedbackRoute, ReceiptEndpoints.ShowReceipt);
        receipts.MapGet(ReceiptToken.FeedbackRoute + "/live", ReceiptEndpoints.Live);
        receipts.MapPost(ReceiptToken.FeedbackRoute, ReceiptEndpoints.SayMore);
        receipts.MapPost(ReceiptToken.FeedbackRoute + "/came-back", ReceiptEndpoints.CameBack);
        receipts.MapPost(ReceiptToken.FeedbackRoute + "/person", ReceiptEndpoints.IsPerson);
        receipts.MapTold();
        app.MapPost("/api/v1/articles/{**path}", OutcomeEndpoints.RecordOutcomeAsJson)
            .WithName("recordOutcome")
            .WithTags("feedback")
            .WithSummary("Say whether an article fixed a problem")
            .WithDescription("The path is the article's slug followed by /outcomes.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }
}
