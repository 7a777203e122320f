using KnowledgeCommons.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Themes;

internal static class ThemesSetup
{
    public static void AddThemes(this WebApplicationBuilder builder)
    {
        builder.BindOptions<ThemeOptions>("Theme");
        builder.Services.AddSingleton<Theme>();
        builder.Services.AddSingleton(services => services.GetRequiredService<Theme>().Texts);
        builder.Services.AddSingleton(services => services.GetRequiredService<Theme>().ColdWords);
    }

    public static void MapThemes(this WebApplication app)
    {
        app.MapGet("/theme/{hash}/style.css", StyleSheet).ExcludeFromDescription();
        app.MapGet("/theme/{hash}/assets/{**path}", Asset).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> StyleSheet(string hash, Theme theme, HttpResponse response)
    {
        if (hash != theme.Hash) return TypedResults.NotFound();
        response.KeepForEver();
        return TypedResults.Bytes(theme.StyleSheet, "text/css; charset=utf-8");
    }

    private static Results<FileContentHttpResult, NotFound> Asset(string hash, string? path, Theme theme, HttpResponse response)
    {
        if (hash != theme.Hash || theme.Assets.Find(path ?? "") is not { } asset) return TypedResults.NotFound();
        response.KeepForEver();
        return TypedResults.Bytes(asset.Bytes, asset.ContentType);
    }
}
