using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;
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

    [Fact]
    public async Task Nothing_of_a_job_that_has_ended_stays_for_good()
    {
        await using var scene = new Scene(Open());
        string schema = $"test{_opened}";
        Machine machine = await scene.StartAsync();
        BulkAuditJob job = await machine.Jobs.SubmitAsync(Scene.Pages(23), cancellationToken: TestContext.Current.CancellationToken);
        await job.WaitForCompletionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await machine.StopAsync(isPatient: true);

        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"select key, field from {schema}.hash where key like 'seoaudit:%' and expireat is null", connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var staying = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            staying.Add($"{reader.GetString(0)} {reader.GetString(1)}");
        }

        Assert.Empty(staying);
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
