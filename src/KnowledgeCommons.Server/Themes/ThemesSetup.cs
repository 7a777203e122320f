using KnowledgeCommons.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Themes;

internal static class ThemesSetup
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void AddThemes(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ThemeOptions>("Theme");
        builder.Services.AddSingleton<Theme>();
        builder.Services.AddSingleton(services => services.GetRequiredService<Theme>().Texts);
    }

    public static void MapThemes(this WebApplication app)
    {
        app.MapGet("/theme/{hash}.css", StyleSheet).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> StyleSheet(string hash, Theme theme, HttpResponse response)
    {
        if (hash != theme.Hash) return TypedResults.NotFound();
        response.Headers.CacheControl = ForEver;
        return TypedResults.Bytes(theme.StyleSheet, "text/css; charset=utf-8");
    }
}
