using System.Text;
using KnowledgeCommons.Server.Escalations;

namespace KnowledgeCommons.Tests.Escalations;

public sealed class InspectedTests
{
    private static readonly byte[] Archive = [.. "PK\x03\x04 evil "u8, .. "PK\x05\x06"u8, .. new byte[18]];

    private static readonly string[] All = ["png", "jpeg", "gif", "webp", "pdf", "text"];

    public static TheoryData<string> Kinds => [.. All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_is_what_its_bytes_are(string kind) => Assert.Equal(kind, Clean(Whole(kind)).Kind.Key);

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("gif")]
    [InlineData("webp")]
    public void What_hangs_on_behind_a_picture_is_cut_off(string kind)
    {
        var kept = Clean([.. Whole(kind), .. Archive]).Bytes.Span;
        Assert.Equal(-1, kept.IndexOf("PK"u8));
        Assert.True(kept.SequenceEqual(Clean(Whole(kind)).Bytes.Span));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("gif")]
    [InlineData("webp")]
    [InlineData("pdf")]
    public void Cut_off_anywhere_it_is_refused_or_still_a_picture_but_never_an_error(string kind)
    {
        var whole = Whole(kind);
        for (var length = 1; length < whole.Length; length++)
            if (Inspected.Of(whole.AsSpan(0, length)) is Inspected.Clean clean && clean.Kind.Key == kind) Assert.IsType<Inspected.Clean>(Inspected.Of(clean.Bytes.Span));
    }

    [Fact]
    public void Bytes_changed_at_random_never_break_the_look()
    {
        var random = new Random(4711);
        foreach (var kind in All)
            for (var time = 0; time < 3_000; time++)
            {
                var bytes = Whole(kind);
                for (var change = 0; change < 3; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                _ = Inspected.Of(bytes);
            }
    }

    [Fact]
    public void A_photo_loses_place_comment_and_preview_and_stays_upright()
    {
        var kept = Clean(Sent.Jpeg(Sent.Exif(orientation: 6), Sent.Segment(0xFE, "Secret garden"u8.ToArray()), Sent.Segment(0xED, "Photoshop 3.0"u8.ToArray()))).Bytes.Span;
        Assert.Equal(-1, kept.IndexOf("Hotel Ritz"u8));
        Assert.Equal(-1, kept.IndexOf("Secret"u8));
        Assert.Equal(-1, kept.IndexOf("Photoshop"u8));
        Assert.Equal(-1, kept.IndexOf((ReadOnlySpan<byte>)[9, 9, 9]));
        var exif = kept[(kept.IndexOf("Exif\0\0"u8))..];
        Assert.Equal((byte)6, ExifOrientation.Read(exif));
        Assert.True(kept.IndexOf((ReadOnlySpan<byte>)[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]) > 0);
    }

    [Fact]
    public void A_png_loses_its_words_and_a_webp_its_data_about_the_camera()
    {
        var png = Clean(Sent.Png(Sent.Chunk("tEXt", "Author\0Robin"u8.ToArray()), Sent.Chunk("eXIf", "Hotel"u8.ToArray()), Sent.Chunk("gAMA", [0, 0, 1, 1]))).Bytes.Span;
        Assert.Equal((-1, -1), (png.IndexOf("Robin"u8), png.IndexOf("Hotel"u8)));
        Assert.True(png.IndexOf("gAMA"u8) > 0);
        var webp = Clean(Sent.Webp(Sent.WebpChunk("EXIF", "Hotel!"u8.ToArray()))).Bytes.Span;
        Assert.Equal((-1, 0, webp.Length - 8), (webp.IndexOf("Hotel"u8), webp[20] & 0x0C, BitConverter.ToInt32(webp[4..8])));
    }

    [Fact]
    public void A_gif_loses_its_comments()
    {
        byte[] comment = [0x21, 0xFE, 9, .. "*/alert()"u8, 0];
        Assert.Equal(-1, Clean(Sent.Gif(comment)).Bytes.Span.IndexOf("alert"u8));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("gif")]
    public void A_picture_that_claims_to_be_enormous_is_refused(string kind) => Assert.Equal(Inspected.Huge, Inspected.Of(kind switch
    {
        "png" => Sent.Png(50_000, 50_000),
        "jpeg" => Sent.Jpeg(60_000, 60_000),
        _ => Sent.Gif(width: 60_000)
    }));

    [Fact]
    public void A_pdf_that_is_also_something_else_is_refused()
    {
        Assert.Equal(Inspected.TwoThings, Inspected.Of(Sent.Pdf("<script>alert(1)</script>")));
        Assert.Equal(Inspected.TwoThings, Inspected.Of([.. "%PDF-1.7\n<html><script>alert(1)</script>"u8, .. Sent.Pdf()]));
        Assert.Equal(Inspected.TwoThings, Inspected.Of([.. Sent.Pdf(), .. Archive]));
        Assert.Equal(Inspected.TwoThings, Inspected.Of([.. "%PDF-1.7\n"u8, .. Archive, .. "\n%%EOF\n"u8]));
        Assert.Equal(Inspected.Damaged, Inspected.Of("%PDF-1.7\nno end"u8));
    }

    [Theory]
    [InlineData("<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>")]
    [InlineData("<< /AA << /O << /S /#4aava#53cript /J#53 (app.alert(1)) >> >> >>")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>")]
    [InlineData("<< /S /SubmitForm /F (https://evil.example) >>")]
    [InlineData("<< /Names << /EmbeddedFiles 7 0 R >> >>")]
    [InlineData("(never closed << /S /Launch >>")]
    public void A_pdf_that_would_do_more_than_show_itself_is_refused_also_when_that_is_packed(string objects)
    {
        Assert.Equal(Inspected.Active, Inspected.Of(Pdf(objects)));
        Assert.Equal(Inspected.Active, Inspected.Of(Packed(Encoding.Latin1.GetBytes(objects))));
    }

    [Theory]
    [InlineData("<< /Title (How to /Launch a /JavaScript \\) project \\() /OpenAction [3 0 R /Fit] >> % /Launch")]
    [InlineData("<< /Length 40 >> stream\n/JavaScript in the words of a page /JS\nendstream")]
    [InlineData("<< /A << /S /URI /URI (https://example.com) >> /JSON true >>")]
    public void A_pdf_that_only_speaks_of_such_things_is_fine(string objects) =>
        Assert.Equal("pdf", Clean(Pdf(objects)).Kind.Key);

    [Fact]
    public void A_locked_pdf_a_bomb_in_one_and_what_cannot_be_unpacked_are_refused()
    {
        Assert.Equal(Inspected.Locked, Inspected.Of(Pdf("trailer << /Encrypt 9 0 R >>")));
        Assert.Equal(Inspected.Damaged, Inspected.Of(Packed(new byte[80 * 1024 * 1024])));
        Assert.Equal(Inspected.Damaged, Inspected.Of(Pdf("<< /Type /ObjStm /Filter /FlateDecode >> stream\nnot packed\nendstream")));
        Assert.Equal(Inspected.Damaged, Inspected.Of(Pdf("<< /Type /ObjStm /Filter /LZWDecode >> stream\n/Launch\nendstream")));
        Assert.Equal("pdf", Clean(Packed("<< /Type /Page >>"u8)).Kind.Key);
        Assert.Equal("pdf", Clean(Pdf(new string('(', 5_000_000))).Kind.Key);
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<html>%PDF-1.7 %%EOF")]
    public void A_web_page_is_nothing_but_words(string page)
    {
        var clean = Clean(Encoding.UTF8.GetBytes(page));
        Assert.Equal((AttachmentKind.Text, page), (clean.Kind, Encoding.UTF8.GetString(clean.Bytes.Span)));
        Assert.Equal("text/plain; charset=utf-8", clean.Kind.ContentType);
    }

    [Fact]
    public void Programs_archives_and_unknown_pictures_are_refused()
    {
        foreach (byte[] file in (byte[][])[[.. "MZ"u8, 0x90, 0, 3], [.. "PK\x03\x04"u8, 20, 0, 8, 0], [0x7F, .. "ELF"u8, 2, 1], [0, 0, 0, 24, .. "ftypheic"u8], [0, 0, 0]])
            Assert.Equal(Inspected.UnknownKind, Inspected.Of(file));
        Assert.Equal(Inspected.Empty, Inspected.Of([]));
        Assert.Equal(Inspected.Empty, Inspected.Of(" \n"u8));
    }

    [Fact]
    public void A_log_becomes_utf_8_whatever_it_was_and_cannot_speak_to_a_terminal()
    {
        Assert.Equal("Größe", Words(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Größe"))));
        Assert.Equal("Größe “x”", Words([.. "Gr"u8, 0xF6, 0xDF, .. "e "u8, 0x93, (byte)'x', 0x94]));
        Assert.Equal("[31mred", Words([0x1B, .. "[31mred"u8]));

        static string Words(IEnumerable<byte> bytes) => Encoding.UTF8.GetString(Clean([.. bytes]).Bytes.Span);
    }

    [Theory]
    [InlineData("C:\\Users\\robin\\shot.PNG", "shot.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("evil.html", "evil.html.png")]
    [InlineData("gnp.\u202Eexe.png", "gnp.exe.png")]
    [InlineData("a\"b\r\nSet-Cookie: x.png", "abSet-Cookie x.png")]
    [InlineData("...", "file.png")]
    [InlineData("", "file.png")]
    public void A_name_says_what_the_file_is(string sent, string name) => Assert.Equal(name, FileName.Of(sent, AttachmentKind.Png));

    private static byte[] Whole(string kind) => kind switch
    {
        "png" => Sent.Png(),
        "jpeg" => Sent.Jpeg(Sent.Exif(orientation: 3)),
        "gif" => Sent.Gif(),
        "webp" => Sent.Webp(),
        "pdf" => Sent.Pdf(),
        _ => "Error 809\n"u8.ToArray()
    };

    private static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{objects}\nendobj\n%%EOF\n");

    // As programs write it since PDF 1.5: objects in a stream.
    private static byte[] Packed(ReadOnlySpan<byte> objects)
    {
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) zip.Write(objects);
        return [.. "%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"u8, .. packed.ToArray(), .. "\nendstream\nendobj\n%%EOF\n"u8];
    }

    private static Inspected.Clean Clean(byte[] file) => Assert.IsType<Inspected.Clean>(Inspected.Of(file));
}
