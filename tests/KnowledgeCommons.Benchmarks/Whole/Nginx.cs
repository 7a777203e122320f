using System.Diagnostics;

namespace KnowledgeCommons.Benchmarks.Whole;

/// <summary>nginx with one static file and the headers that go with it: what the same bytes cost a server that does nothing else.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";
    /// <summary>What nginx says by itself.</summary>
    public static readonly IReadOnlySet<string> OwnHeaders = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Date", "ETag", "Connection", "Content-Length", "Content-Type" };
    private readonly Process _process;
    private readonly string _folder;

    private Nginx(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public static bool IsHere => File.Exists(Program);

    public Uri Address { get; }

    public static async Task<Nginx> StartAsync(HttpResponseMessage answer)
    {
        var folder = Directory.CreateTempSubdirectory("kc-nginx-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "page.html"), await answer.Content.ReadAsByteArrayAsync());
        // The workers run as another user and have to read the file.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var port = ServerProcess.FreePort();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => !OwnHeaders.Contains(header.Key));
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            daemon off;
            worker_processes auto;
            pid {{folder}}/nginx.pid;
            error_log /dev/null crit;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=10;
              default_type "text/html; charset=utf-8";
              server {
                listen 127.0.0.1:{{port}};
                root {{folder}};
                etag on;
                {{string.Concat(headers.Select(header => $"add_header {header.Key} \"{string.Join(", ", header.Value)}\"; "))}}
              }
            }
            """);
        var start = new ProcessStartInfo(Program) { ArgumentList = { "-c", settings, "-p", folder } };
        var process = Process.Start(start) ?? throw new InvalidOperationException("nginx did not start.");
        await Task.Delay(500);
        return new Nginx(process, folder, new Uri($"http://127.0.0.1:{port}/page.html"));
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start(new ProcessStartInfo(Program) { ArgumentList = { "-c", Path.Combine(_folder, "nginx.conf"), "-p", _folder, "-s", "stop" } });
        if (stop is not null) await stop.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
