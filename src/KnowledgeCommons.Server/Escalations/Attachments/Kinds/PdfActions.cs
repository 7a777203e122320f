using System.IO.Compression;

namespace KnowledgeCommons.Server.Escalations;

/// <summary>
/// Whether a PDF would do something when it is opened, beyond showing itself: run a script, start a program, send a form, play media, or bring other
/// files along. What is compressed into object streams is looked into, so a locked PDF cannot be vouched for.
/// </summary>
internal static class PdfActions
{
    private const int MostUnpacked = 64 * 1024 * 1024;
    private static readonly HashSet<string> Active =
        ["JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "GoToE", "RichMedia", "Rendition", "Movie", "Sound", "3D", "XFA", "EmbeddedFile", "EmbeddedFiles"];

    /// <summary>Null when there is nothing of the kind; else why it is refused.</summary>
    public static Inspected.Refused? In(ReadOnlySpan<byte> file)
    {
        var look = new Look();
        PdfNames.In(file, look.See, look.Skip);
        return look.IsLocked ? Inspected.Locked : look.IsDamaged ? Inspected.Damaged : look.IsActive ? Inspected.Active : null;
    }

    private sealed class Look
    {
        // The names of the object before a stream say what it holds.
        private readonly HashSet<string> _lately = [];
        private int _unpacked;

        public bool IsActive { get; private set; }
        public bool IsLocked { get; private set; }
        public bool IsDamaged { get; private set; }

        public void See(string name)
        {
            if (_lately.Count < 10_000) _lately.Add(name);
            IsActive |= Active.Contains(name);
            IsLocked |= name == "Encrypt";
        }

        public int Skip(ReadOnlySpan<byte> rest)
        {
            var length = rest.IndexOf("endstream"u8);
            var data = length < 0 ? rest : rest[..length];
            if (_lately.Contains("ObjStm") && !IsLocked) Unpack(data);
            _lately.Clear();
            return data.Length;
        }

        private void Unpack(ReadOnlySpan<byte> data)
        {
            var start = data.StartsWith("\r\n"u8) ? 2 : data.StartsWith("\n"u8) || data.StartsWith("\r"u8) ? 1 : 0;
            // Objects are packed with Flate alone by every program that people use; what else there is could not be looked into.
            var isPlain = !_lately.Any(name => name.EndsWith("Decode", StringComparison.Ordinal));
            var text = isPlain ? data[start..].ToArray() : _lately.Contains("FlateDecode") ? Inflated(data[start..]) : null;
            if (text is null) IsDamaged = true;
            else PdfNames.In(text, See, rest => 0);
        }

        private byte[]? Inflated(ReadOnlySpan<byte> data)
        {
            try
            {
                using var packed = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
                using var text = new MemoryStream();
                var part = new byte[64 * 1024];
                for (int read; (read = packed.Read(part)) > 0; text.Write(part, 0, read))
                    if ((_unpacked += read) > MostUnpacked) return null;
                return text.ToArray();
            }
            catch (InvalidDataException)
            {
                return null;
            }
        }
    }
}
