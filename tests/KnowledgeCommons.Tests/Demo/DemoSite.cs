using KnowledgeCommons.Server.Demo;
using KnowledgeCommons.Tests.Architecture;
using Microsoft.Extensions.Time.Testing;

namespace KnowledgeCommons.Tests.Demo;

/// <summary>Data folders filled from the sample articles, at one and the same instant.</summary>
internal static class DemoSite
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static Task FillAsync(string folder, int weeks, int seed = 1, CancellationToken cancel = default) => DemoData.FillAsync(
        [$"--Content:Source={Repository.Path("articles")}", $"--Data:Folder={folder}", $"--Theme:Folder={Repository.Path("themes/default")}", "--Site:TimeZone=UTC"],
        seed, weeks, new FakeTimeProvider(Now), new Progress<double>(), cancel);
}
