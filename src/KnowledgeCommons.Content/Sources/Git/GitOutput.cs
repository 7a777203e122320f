namespace KnowledgeCommons.Content.Sources.Git;

/// <summary>Reads a run's output piece by piece, as bytes.</summary>
internal sealed class GitOutput(GitProcess git)
{
    private const int LongestPiece = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>What stands before the next terminator, valid until the next call; null at the end. An unfinished piece at the end is dropped.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(byte terminator)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(terminator);
            if (at >= 0)
            {
                var piece = _buffer.AsMemory(_start, searched + at);
                _start += searched + at + 1;
                return piece;
            }
            searched = _end - _start;
            if (searched > LongestPiece || !await FillAsync())
                return null;
        }
    }

    /// <summary>The next <paramref name="count"/> bytes; null when the output ends before.</summary>
    public async ValueTask<byte[]?> TakeAsync(int count)
    {
        var bytes = new byte[count];
        var filled = Math.Min(count, _end - _start);
        _buffer.AsSpan(_start, filled).CopyTo(bytes);
        _start += filled;
        while (filled < count)
        {
            var read = await git.ReadAsync(bytes.AsMemory(filled));
            if (read == 0)
                return null;
            filled += read;
        }
        return bytes;
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await git.ReadAsync(_buffer.AsMemory(_end));
        _end += read;
        return read > 0;
    }
}
