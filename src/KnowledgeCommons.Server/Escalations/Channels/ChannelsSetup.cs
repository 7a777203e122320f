using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Escalations;

internal static class ChannelsSetup
{
    private const string Section = "Channels";

    public static void AddChannels(this WebApplicationBuilder builder)
    {
        var channels = builder.Configuration.GetSection(Section);
        builder.Services.AddOptions<ChannelsOptions>().Bind(channels).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ChannelsOptions>, ChannelsCheck>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<SealedNotices>();
        builder.Services.AddSingleton<Dispatch>();
        builder.Services.AddSingleton<DailyCheck>();
        builder.Services.AddSingleton<Briefs>();
        builder.Services.AddSingleton<TicketDesk>();
        builder.Services.AddSingleton<MailTrust>();
        builder.AddChannel(MailChannel.ChannelName, services => ActivatorUtilities.CreateInstance<MailChannel>(services));
        foreach (var channel in channels.GetChildren()) builder.AddChannel(channel.Key, services => Make(services, channel.Key));
        builder.Services.AddHostedService<ChannelWatch>();
    }

    /// <summary>A channel and the worker that sends for it.</summary>
    public static void AddChannel(this WebApplicationBuilder builder, string name, Func<IServiceProvider, IChannel> make)
    {
        builder.Services.AddSingleton(make);
        builder.Services.AddSingleton<IHostedService>(services => ActivatorUtilities.CreateInstance<OutboxWorker>(
            services, services.GetServices<IChannel>().First(channel => channel.Name == name)));
    }

    private static IChannel Make(IServiceProvider services, string name)
    {
        var settings = services.GetRequiredService<IOptions<ChannelsOptions>>().Value[name];
        var kind = ChannelKinds.Find(settings.Kind) ?? throw new InvalidOperationException($"Channels:{name}:Kind was checked before.");
        return kind.Make(name, settings, services.GetRequiredService<Briefs>(), services.GetRequiredService<TimeProvider>());
    }
}
