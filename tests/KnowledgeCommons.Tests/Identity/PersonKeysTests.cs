using KnowledgeCommons.Server.Identity;
using KnowledgeCommons.Server.Storage;
using KnowledgeCommons.Tests.Sources;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Tests.Identity;

public sealed class PersonKeysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ada@example.com", "ADA@Example.com", true)]
    [InlineData("+49 (30) 1234-567", "+49301234567", true)]
    [InlineData("ada", "Ada", true)]
    [InlineData("ada2", "bob2", false)]
    [InlineData("ada@example.com", "bob@example.com", false)]
    public void The_same_person_has_the_same_key_however_they_are_written(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Keys().HashOf(one) == Keys().HashOf(other));

    [Fact]
    public void The_key_lies_beside_the_database_for_the_server_alone_and_outlives_a_restart()
    {
        var before = Keys().HashOf("ada@example.com");
        Assert.Equal(before, Keys().HashOf("ada@example.com"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Of("persons.key")));
        File.Delete(_folder.Of("persons.key"));
        Assert.NotEqual(before, Keys().HashOf("ada@example.com"));
    }

    [Fact]
    public void Addresses_that_were_hashed_with_the_receipts_key_are_known_again()
    {
        File.WriteAllBytes(_folder.Of("receipts.key"), new byte[32]);
        Keys().HashOf("ada@example.com");
        Assert.Equal(new byte[32], File.ReadAllBytes(_folder.Of("persons.key")));
    }

    [Fact]
    public void A_key_in_the_settings_leaves_no_file()
    {
        Assert.Equal(Keys("sixteen letters!").HashOf("ada"), Keys("sixteen letters!").HashOf("ada"));
        Assert.False(File.Exists(_folder.Of("persons.key")));
    }

    private PersonKeys Keys(string? set = null) =>
        new(new DataFolder(Options.Create(new DataOptions { Folder = _folder.Path })), Options.Create(new IdentityOptions { PersonKey = set }));
}
