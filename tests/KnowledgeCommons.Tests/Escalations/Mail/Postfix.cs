using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KnowledgeCommons.Tests.Escalations;

/// <summary>
/// A real mail server of its own: loopback only, on a free port, with a configuration, a queue and a self-signed certificate in a temporary folder. It takes
/// mail over STARTTLS only and keeps what it was given. Needs Debian's postfix, and root to start it: tests/run.sh sees to both.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class Postfix : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";
    private readonly string _folder = Directory.CreateTempSubdirectory("kc-postfix-").FullName;

    public int Port { get; } = FreePort();

    public string CertificateFile => Path.Combine(_folder, "cert.pem");

    public string[] Settings =>
    [
        "--Mail:Host=localhost", $"--Mail:Port={Port}", "--Mail:From=Service desk <desk@example.com>", $"--Mail:CertificateFile={CertificateFile}"
    ];

    public static async Task<Postfix> StartAsync(string nameInCertificate = "localhost")
    {
        Assert.True(File.Exists(Program), "Postfix is not installed. Start the tests with bash tests/run.sh, which installs it.");
        var server = new Postfix();
        server.WriteConfiguration();
        server.WriteCertificate(nameInCertificate);
        await server.RunAsync("start");
        await KnowledgeCommons.Tests.Eventually.HoldsAsync(server.ListensAsync);
        return server;
    }

    /// <summary>Every mail that was taken, as it was delivered.</summary>
    public IReadOnlyList<string> Mails()
    {
        var inbox = Path.Combine(_folder, "mails", "inbox", "new");
        return Directory.Exists(inbox) ? [.. Directory.GetFiles(inbox).Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file).ReplaceLineEndings("\r\n"))] : [];
    }

    public string Log() => File.ReadAllText(Path.Combine(_folder, "log"));

    public async ValueTask DisposeAsync()
    {
        await RunAsync("stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteConfiguration()
    {
        foreach (var folder in new[] { "queue", "data", "mails" }) Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Path.Combine(_folder, "mails"), (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(Path.Combine(_folder, "data"), (UnixFileMode)0b111_111_111);
        File.WriteAllText(Path.Combine(_folder, "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {_folder}/queue
            data_directory = {_folder}/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            maillog_file = {_folder}/log
            maillog_file_prefixes = {Path.GetTempPath().TrimEnd('/')}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = localhost
            mydestination =
            alias_maps =
            virtual_mailbox_domains = example.com, example.net
            virtual_mailbox_base = {_folder}/mails
            virtual_mailbox_maps = static:inbox/
            virtual_minimum_uid = 1
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            smtpd_recipient_restrictions = permit_mynetworks, reject
            smtpd_tls_security_level = encrypt
            smtpd_tls_cert_file = {_folder}/cert.pem
            smtpd_tls_key_file = {_folder}/key.pem

            """);
        File.WriteAllText(Path.Combine(_folder, "master.cf"), $"""
            127.0.0.1:{Port} inet n - n - - smtpd
            postlog unix-dgram n - n - 1 postlogd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            proxymap unix - - n - - proxymap
            virtual unix - n n - - virtual
            anvil unix - - n - 1 anvil
            tlsmgr unix - - n 1000? 1 tlsmgr
            retry unix - - n - - error
            error unix - - n - - error

            """);
    }

    private void WriteCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        var keyFile = Path.Combine(_folder, "key.pem");
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task RunAsync(string command)
    {
        string[] call = [Program, "-c", _folder, command];
        if (Environment.UserName != "root") call = ["sudo", "-n", .. call];
        using var process = Process.Start(new ProcessStartInfo(call[0], call[1..]) { RedirectStandardError = true });
        Assert.NotNull(process);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"postfix {command} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }

    private async Task<bool> ListensAsync()
    {
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
