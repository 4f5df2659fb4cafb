using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using SeoAudit.Client.Hangfire.Tests.Support;

namespace SeoAudit.Client.Hangfire.Tests.Contract;

public sealed class PostgreSqlJobTests(PostgreSqlJobTests.PostgreSql server) : JobContract, IClassFixture<PostgreSqlJobTests.PostgreSql>
{
    private static int _opened;

    protected override JobStorage Open()
    {
        Assert.SkipWhen(server.ConnectionString is null, "No PostgreSQL is installed.");
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = $"test{Interlocked.Increment(ref _opened)}",
            QueuePollInterval = TimeSpan.FromMilliseconds(100),
            UseSlidingInvisibilityTimeout = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(server.ConnectionString, options), options);
    }

    public sealed class PostgreSql : IAsyncLifetime
    {
        private Server? _server;

        public string? ConnectionString { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _server = await Server.StartPostgreSqlAsync();
            ConnectionString = _server is null ? null : $"Host=127.0.0.1;Port={_server.Port};Username=seoaudit;Database=postgres;Maximum Pool Size=100";
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }
        }
    }
}
