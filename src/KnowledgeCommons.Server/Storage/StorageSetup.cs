using KnowledgeCommons.Server.Hosting;

namespace KnowledgeCommons.Server.Storage;

internal static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.BindOptions<DataOptions>("Data");
        builder.BindOptions<StorageOptions>("Storage");
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton<Database>(services => new SqliteDatabase(
            services.GetRequiredService<DataFolder>().File("knowledge-commons.db"), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<DemoMark>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoMark>());
    }
}
