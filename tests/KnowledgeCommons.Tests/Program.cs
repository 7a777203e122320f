using System.Globalization;
using KnowledgeCommons.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KnowledgeCommons.Tests;

/// <summary>
/// The real server as a program for tests that kill it: "KnowledgeCommons.Tests.dll SPEED SETTINGS…". Its clock runs SPEED times as fast as that
/// of the machine; all else is as people run it.
/// </summary>
public static class Program
{
    public static Task Main(string[] args)
    {
        var clock = new FastClock(double.Parse(args[0], CultureInfo.InvariantCulture));
        return SiteHost.RunAsync(SiteHost.Create(args[1..], builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
    }
}
