using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Storage;

/// <summary>The folder for everything the server writes; nobody but its own user may look into it.</summary>
internal sealed class DataFolder
{
    public DataFolder(IOptions<DataOptions> options)
    {
        Path = System.IO.Path.GetFullPath(options.Value.Folder);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
            else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException("Data", typeof(DataOptions), [$"Data:Folder cannot be made: {refused.Message}"]);
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);
}
