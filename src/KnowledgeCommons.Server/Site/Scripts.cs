using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using KnowledgeCommons.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeCommons.Server.Site;

/// <summary>The few scripts that add comfort to pages which work without them, as one file with its hash in the address.</summary>
internal static class Scripts
{
    private static readonly byte[] All = Read();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(All).AsSpan(0, 6));

    public static string Url { get; } = $"/scripts/{Hash}.js";

    public static Results<FileContentHttpResult, NotFound> Serve(string hash, HttpResponse response)
    {
        if (hash != Hash) return TypedResults.NotFound();
        response.KeepForEver();
        return TypedResults.Bytes(All, "text/javascript; charset=utf-8");
    }

    private static byte[] Read()
    {
        var program = Assembly.GetExecutingAssembly();
        var script = new StringBuilder();
        foreach (var name in program.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(name) ?? Stream.Null);
            script.AppendLine(reader.ReadToEnd());
        }
        return Encoding.UTF8.GetBytes(script.ToString());
    }
}
