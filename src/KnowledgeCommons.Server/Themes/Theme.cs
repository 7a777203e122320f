using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Themes;

/// <summary>Appearance and words: a folder that a company edits without rebuilding. Read once at start-up.</summary>
internal sealed class Theme
{
    public Theme(IOptions<ThemeOptions> options)
    {
        Folder = InstalledFolder.Find(options.Value.Folder);
        var sheets = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.css").Order(StringComparer.Ordinal).ToList() : [];
        var texts = Path.Combine(Folder, "texts.en.yml");
        if (sheets.Count == 0 || !File.Exists(texts))
            throw new OptionsValidationException("Theme", typeof(ThemeOptions), [$"Theme:Folder has no style sheet or no texts.en.yml: {Folder}"]);
        StyleSheet = Encoding.UTF8.GetBytes(string.Join('\n', sheets.Select(File.ReadAllText)));
        Texts = Texts.Read(texts);
        Hash = Convert.ToHexStringLower(SHA256.HashData([.. StyleSheet.Span, .. File.ReadAllBytes(texts)]).AsSpan(0, 6));
    }

    public string Folder { get; }

    /// <summary>All sheets in one, UTF-8.</summary>
    public ReadOnlyMemory<byte> StyleSheet { get; }

    public Texts Texts { get; }

    /// <summary>Changes with any sheet or text; part of addresses and cache keys.</summary>
    public string Hash { get; }

    public string StyleSheetUrl => $"/theme/{Hash}.css";
}
