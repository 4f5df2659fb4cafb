namespace SeoAudit.Emulator.Tests.Hosting;

public sealed class PortTests
{
    [Fact]
    public async Task An_emulator_listens_where_it_is_told_to()
    {
        int free;
        await using (SeoAuditEmulator first = await SeoAuditEmulator.StartAsync())
        {
            free = first.BaseAddress.Port;
            await Assert.ThrowsAnyAsync<IOException>(() => SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { Port = free }));
        }

        await using SeoAuditEmulator second = await SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { Port = free });

        Assert.Equal(free, second.BaseAddress.Port);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public Task What_is_no_port_is_refused(int port) =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => SeoAuditEmulator.StartAsync(new SeoAuditEmulatorOptions { Port = port }));
}
