using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeCommons.Server.Searching;

/// <summary>
/// A function for FTS5 (https://sqlite.org/fts5.html#custom_auxiliary_functions) that writes down, row by row, how often each phrase stands in each column.
/// FTS5's own bm25() reads every list of every word to its end first, to learn how common it is; that is known here, and in a large library it is most of
/// the work. Where SQLite is asked with it, <c>SELECT tally(terms) FROM terms WHERE terms MATCH …</c>, the answers are in <see cref="Rows"/>.
/// </summary>
internal sealed unsafe class Fts5Tally : IDisposable
{
    private const int PhraseColumns = 8;
    private readonly GCHandle _itself;

    public Fts5Tally(SqliteConnection connection)
    {
        _itself = GCHandle.Alloc(this);
        var api = ApiOf(connection);
        if (api->CreateFunction(api, Name, (void*)GCHandle.ToIntPtr(_itself), &Add, null) != raw.SQLITE_OK)
            throw new InvalidOperationException("FTS5 does not take the function tally().");
    }

    /// <summary>What is written to: one for each question, set in front of it.</summary>
    public Tally Rows { get; set; } = new(0);

    public void Dispose() => _itself.Free();

    // SQLite keeps the pointer to the kind: literals stay where they are.
    private static byte* Name => Fixed("tally\0"u8);

    private static byte* Kind => Fixed("fts5_api_ptr\0"u8);

    private static byte* Fixed(ReadOnlySpan<byte> literal) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    // FTS5 gives its functions out through a pointer that is bound to a question of its own.
    private static Api* ApiOf(SqliteConnection connection)
    {
        Api* api = null;
        var code = raw.sqlite3_prepare_v2(connection.Handle, "SELECT fts5(?1)", out var asking);
        using (asking)
        {
            if (code != raw.SQLITE_OK || BindPointer(asking.DangerousGetHandle(), 1, &api, Kind, null) != raw.SQLITE_OK)
                throw new InvalidOperationException("SQLite was built without FTS5.");
            raw.sqlite3_step(asking);
        }
        return api is null ? throw new InvalidOperationException("SQLite was built without FTS5.") : api;
    }

    // Nothing here may throw: it is called by SQLite.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Add(Extension* fts5, void* row, void* result, int values, void** value)
    {
        if (GCHandle.FromIntPtr((nint)fts5->UserData(row)).Target is not Fts5Tally tally) return;
        var rows = tally.Rows;
        rows.Start(fts5->RowId(row));
        var phrases = Math.Min(rows.Leaves, fts5->PhraseCount(row));
        for (var phrase = 0; phrase < phrases; phrase++) Count(fts5, row, phrase, rows);
    }

    private static void Count(Extension* fts5, void* row, int phrase, Tally rows)
    {
        Place place;
        int column, offset;
        if (fts5->PhraseFirst(row, phrase, &place, &column, &offset) != raw.SQLITE_OK) return;
        for (var times = 0; column is >= 0 and < PhraseColumns && times < Tally.MostTimes; times++)
        {
            rows.Add(phrase, (Field)column);
            fts5->PhraseNext(row, &place, &column, &offset);
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_bind_pointer", CallingConvention = CallingConvention.Cdecl)]
    private static extern int BindPointer(nint statement, int place, void* pointer, byte* kind, void* destroy);

    // fts5_api and Fts5ExtensionApi of fts5.h, which only ever grow at their end; Fts5PhraseIter.
    [StructLayout(LayoutKind.Sequential)]
    private struct Api
    {
        public int Version;
        public nint CreateTokenizer;
        public nint FindTokenizer;
        public delegate* unmanaged[Cdecl]<Api*, byte*, void*, delegate* unmanaged[Cdecl]<Extension*, void*, void*, int, void**, void>, void*, int> CreateFunction;
    }

    [StructLayout(LayoutKind.Explicit)]
    private struct Extension
    {
        private const int Pointer = 8;
        [FieldOffset(1 * Pointer)] public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, void*> UserData;
        [FieldOffset(6 * Pointer)] public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int> PhraseCount;
        [FieldOffset(10 * Pointer)] public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, long> RowId;
        [FieldOffset(16 * Pointer)] public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, Place*, int*, int*, int> PhraseFirst;
        [FieldOffset(17 * Pointer)] public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, Place*, int*, int*, void> PhraseNext;
    }

    private struct Place
    {
        public nint From;
        public nint To;
    }
}
