using System.Globalization;
using System.IO.Compression;
using KnowledgeCommons.Server.Health.Model;
using KnowledgeCommons.Server.Storage;

namespace KnowledgeCommons.Server.Health;

/// <summary>
/// States of the model after closed weeks, packed, in the data folder under health/. They spare going through all days again after a restart or late news, and
/// can be deleted at any time: the days stand in the database.
/// </summary>
internal sealed class Checkpoints(DataFolder folder, ILogger<Checkpoints> log)
{
    private const int Kept = 6;
    private const int Portion = 64 * 1024;
    private const string Ending = ".state";
    private readonly string _folder = folder.File("health");

    public void Save(HealthModel model)
    {
        if (model.LastDay is not { } day) return;
        Directory.CreateDirectory(_folder);
        var file = FileOf(day);
        using (var stream = Buffered(new BrotliStream(File.Create(file + ".new"), CompressionLevel.Fastest))) model.Save(stream);
        File.Move(file + ".new", file, overwrite: true);
        foreach (var old in All().Skip(Kept)) File.Delete(FileOf(old));
    }

    /// <summary>The newest state of a day before that one; null when there is none.</summary>
    public HealthModel? Load(DateOnly before, HealthSettings settings)
    {
        foreach (var day in All().Where(day => day < before))
        {
            try
            {
                using var stream = Buffered(new BrotliStream(File.OpenRead(FileOf(day)), CompressionMode.Decompress));
                return HealthModel.Load(stream, settings);
            }
            catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or InvalidOperationException)
            {
                log.CheckpointDamaged(day, damage);
                File.Delete(FileOf(day));
            }
        }
        return null;
    }

    /// <summary>States after that day say what is no longer so.</summary>
    public void ForgetFrom(DateOnly day)
    {
        foreach (var later in All().Where(kept => kept >= day)) File.Delete(FileOf(later));
    }

    // A state is written number by number; packed one by one, they were most of the work of a night that closes a week.
    private static BufferedStream Buffered(BrotliStream packing) => new(packing, Portion);

    private string FileOf(DateOnly day) => Path.Combine(_folder, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Ending);

    // Newest first.
    private IReadOnlyList<DateOnly> All() => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.EnumerateFiles(_folder, "*" + Ending).Select(Path.GetFileNameWithoutExtension)
            .Where(name => DateOnly.TryParseExact(name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(name => DateOnly.ParseExact(name ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture)).OrderDescending()
    ];
}
