using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KnowledgeCommons.Tests.Hardening;

/// <summary>All that a site writes into its log, with the exceptions.</summary>
[ProviderAlias("Whole")]
internal sealed class WholeLog : ILoggerProvider, ILogger
{
    /// <summary>Every way to ask for more than anybody should read.</summary>
    public static readonly string[] MostTalkative =
    [
        .. from category in (string[])
           [
               "Default", "Microsoft", "System", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
               "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.*", "System.Net.Http", "KnowledgeCommons"
           ]
           from place in (string[])["Logging:LogLevel", "Logging:Whole:LogLevel"]
           select $"--{place}:{category}=Trace"
    ];

    public ConcurrentQueue<string> Lines { get; } = [];
    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");
    public void Dispose() { }
}
