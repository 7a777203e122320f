using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Content.Articles;
using KnowledgeCommons.Content.Linting;
using KnowledgeCommons.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Themes;

/// <summary>Appearance and words: a folder that a company edits without rebuilding. Read once at start-up.</summary>
internal sealed class Theme
{
    private const string ColdWordsFile = "cold-words.txt";

    public Theme(IOptions<ThemeOptions> options)
    {
        Folder = InstalledFolder.Find(options.Value.Folder);
        var sheets = Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.css").Order(StringComparer.Ordinal).ToList() : [];
        var texts = Path.Combine(Folder, "texts.en.yml");
        if (sheets.Count == 0 || !File.Exists(texts))
            throw new OptionsValidationException("Theme", typeof(ThemeOptions), [$"Theme:Folder has no style sheet or no texts.en.yml: {Folder}"]);
        StyleSheet = Encoding.UTF8.GetBytes(string.Join('\n', sheets.Select(File.ReadAllText)));
        Texts = Texts.Read(texts);
        ColdWords = ColdWords.ReadFile(Path.Combine(Folder, ColdWordsFile));
        Assets = ThemeAssets.Read(Path.Combine(Folder, "assets"));
        Hash = Convert.ToHexStringLower(SHA256.HashData([.. StyleSheet.Span, .. File.ReadAllBytes(texts), .. Assets.Fingerprint()]).AsSpan(0, 6));
    }

    public string Folder { get; }

    /// <summary>All sheets in one, UTF-8.</summary>
    public ReadOnlyMemory<byte> StyleSheet { get; }

    public Texts Texts { get; }

    /// <summary>Words that articles are warned of, from cold-words.txt; none where the theme has no such file.</summary>
    public ColdWords ColdWords { get; }

    public ThemeAssets Assets { get; }

    /// <summary>Changes with any sheet, text or asset; part of addresses and cache keys.</summary>
    public string Hash { get; }

    /// <summary>The sheet lies beside the folder of assets, so that url(assets/…) works in it.</summary>
    public string StyleSheetUrl => $"/theme/{Hash}/style.css";

    /// <summary>The address of a file in the theme's folder of assets; null when the theme does not have it.</summary>
    public string? AssetUrl(string path) =>
        Assets.Find(path) is null ? null : $"/theme/{Hash}/assets/" + AddressPath.Escape(path);
}
