using KnowledgeCommons.Server.Hosting;
using KnowledgeCommons.Server.Searching;

namespace KnowledgeCommons.Server.Health;

internal static class HealthSetup
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ContactOptions>("Contacts");
        builder.BindOptions<HealthOptions>("Health");
        builder.Services.AddSingleton<ContactBook>();
        builder.Services.AddSingleton<ContactCheck>();
        builder.Services.AddSingleton<StaffPeople>();
        builder.Services.AddSingleton<ContactImport>();
        builder.Services.AddSingleton<IAnswerSource, AnswersOfContacts>();
        builder.Services.AddSingleton<ArticleNames>();
        builder.Services.AddSingleton<Attribution>();
        builder.Services.AddSingleton<AttributionBook>();
        builder.Services.AddSingleton<RelatednessFit>();
        builder.Services.AddSingleton<HealthNumbers>();
        builder.Services.AddSingleton<ReadingTally>();
        builder.Services.AddSingleton<EvidenceTally>();
        builder.Services.AddSingleton<Checkpoints>();
        builder.Services.AddSingleton<DeclaredIncidents>();
        builder.Services.AddSingleton<HealthLedger>();
        builder.Services.AddSingleton<HealthLease>();
        builder.Services.AddSingleton<HealthSentence>();
        builder.Services.AddSingleton<RevisionChanges>();
        builder.Services.AddSingleton<RevisionNotes>();
        builder.Services.AddSingleton<HealthRefresh>();
        builder.Services.AddHostedService(services => services.GetRequiredService<HealthRefresh>());
        builder.Services.AddHostedService<RevisionNotesWatch>();
        builder.Services.AddSingleton<ArticleHistory>();
        builder.Services.AddSingleton<ArticleHealth>();
        builder.Services.AddSingleton<ArticleEvidenceReader>();
        builder.Services.AddSingleton<FlagAnswers>();
        builder.Services.AddHostedService<SuccessfulSearchesWatch>();
        builder.Services.AddHostedService<RewritesUnderWay>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapContacts();
        app.MapHealthApi();
    }
}
