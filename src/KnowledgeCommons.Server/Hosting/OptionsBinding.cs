using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

internal static class OptionsBinding
{
    /// <summary>Binds a section of the settings and checks it at start-up; the error names the key.</summary>
    public static OptionsBuilder<T> BindOptions<T>(this WebApplicationBuilder builder, string section) where T : class =>
        builder.Services.AddOptions<T>()
            .Bind(builder.Configuration.GetSection(section))
            .Validate(new SettingsCheck<T>(section))
            .ValidateOnStart();

    private static OptionsBuilder<T> Validate<T>(this OptionsBuilder<T> options, IValidateOptions<T> check) where T : class
    {
        options.Services.AddSingleton(check);
        return options;
    }
}
