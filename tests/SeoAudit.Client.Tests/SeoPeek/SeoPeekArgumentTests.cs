using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.SeoPeek;

public sealed class SeoPeekArgumentTests : IDisposable
{
    private readonly StubbedClient _stub = new();

    public void Dispose() => _stub.Dispose();

    [Theory]
    [InlineData("relative/path")]
    [InlineData("example.com")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/hosts")]
    [InlineData("mailto:name@example.com")]
    [InlineData("https://user:secret@example.com/")]
    public async Task A_page_must_be_absolute_http_without_user_information(string page)
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => _stub.SeoPeek.AuditAsync(new Uri(page, UriKind.RelativeOrAbsolute)));

        Assert.Equal("url", exception.ParamName);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_stub.Service.Requests);
    }

    [Fact]
    public async Task A_page_must_be_there()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _stub.SeoPeek.AuditAsync(null!));
        Assert.Empty(_stub.Service.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("name")]
    [InlineData("name@")]
    [InlineData("@example.com")]
    [InlineData("Name <name@example.com>")]
    [InlineData("name@example.com, other@example.com")]
    [InlineData(" name@example.com")]
    public async Task A_key_needs_an_address(string? email)
    {
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => _stub.SeoPeek.CreateKeyAsync(email!));

        Assert.Equal("email", exception.ParamName);
        Assert.Empty(_stub.Service.Requests);
    }
}
