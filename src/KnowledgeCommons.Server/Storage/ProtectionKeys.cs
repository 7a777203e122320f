using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace KnowledgeCommons.Server.Storage;

/// <summary>The keys that encrypt what only this site may read again. They lie in the data folder, beside the database and not in it, for the server's own user alone.</summary>
internal static class ProtectionKeys
{
    private const string FolderName = "keys";

    public static void AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("knowledge-commons");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, data, logs) => keys.XmlRepository = new FileSystemXmlRepository(Made(data.File(FolderName)), logs));
    }

    private static DirectoryInfo Made(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
