using Hangfire;
using Hangfire.InMemory;

namespace SeoAudit.Client.Hangfire.Tests.Contract;

public sealed class InMemoryJobTests : JobContract
{
    protected override JobStorage Open() => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = null });
}
