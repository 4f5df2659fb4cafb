using System.Net;
using System.Reflection;
using System.Text.Json;

namespace SeoAudit.Client.Tests.Storage;

public sealed class StoredErrorTests
{
    private static readonly string[] Dropped = [nameof(Exception.InnerException), nameof(AuditFailedException.Result), "HResult", "HelpLink", "Source"];

    // What is wrong with a sitemap or a webhook is about the input, never about a page, so it is not stored.
    public static TheoryData<Type> Types =>
        [.. typeof(SeoAuditException).Assembly.GetTypes().Where(static type =>
            type.IsAssignableTo(typeof(SeoAuditException)) && type != typeof(SeoAuditSitemapException) && type != typeof(SeoAuditWebhookException))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Whatever_an_error_holds_comes_back(Type type)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            SeoAuditException error = Random(type, seed);

            string json = Stored.Write(error);
            SeoAuditException read = Stored.Error(json);

            Assert.IsType(type, read);
            Assert.Equal(Described.Of(error, Dropped), Described.Of(read, Dropped));
            Assert.Null(read.InnerException);
            Assert.Equal(json, Stored.Write(read));
            Assert.DoesNotContain('\n', json);
        }
    }

    [Theory]
    [InlineData(typeof(SeoAuditException), "other")]
    [InlineData(typeof(AuditFailedException), "auditFailed")]
    [InlineData(typeof(SeoAuditAuthenticationException), "authentication")]
    [InlineData(typeof(SeoAuditConflictException), "conflict")]
    [InlineData(typeof(SeoAuditCreditLimitException), "creditLimit")]
    [InlineData(typeof(SeoAuditNotFoundException), "notFound")]
    [InlineData(typeof(SeoAuditOutcomeUnknownException), "outcomeUnknown")]
    [InlineData(typeof(SeoAuditQuotaException), "quota")]
    [InlineData(typeof(SeoAuditRateLimitException), "rateLimit")]
    [InlineData(typeof(SeoAuditResponseException), "response")]
    [InlineData(typeof(SeoAuditTimeoutException), "timeout")]
    [InlineData(typeof(SeoAuditValidationException), "validation")]
    public void The_name_of_an_error_never_changes(Type type, string name)
    {
        using JsonDocument json = JsonDocument.Parse(Stored.Write((SeoAuditException)Activator.CreateInstance(type, "m")!));

        Assert.Equal(name, json.RootElement.GetProperty("kind").GetString());
        Assert.IsType(type, Stored.Error($$"""{"kind":"{{name}}","message":"m"}"""));
    }

    [Fact]
    public void Until_when_to_wait_comes_back()
    {
        var at = new DateTimeOffset(2026, 3, 29, 10, 0, 0, TimeSpan.FromHours(2));
        var error = new SeoAuditRateLimitException("m")
        {
            StatusCode = (HttpStatusCode)599,
            RateLimit = new RateLimit { RetryAt = at, RetryAfter = TimeSpan.FromSeconds(90) },
        };

        var read = Assert.IsType<SeoAuditRateLimitException>(Stored.Error(Stored.Write(error)));

        Assert.Equal((at, TimeSpan.FromSeconds(90), (HttpStatusCode)599), (read.RetryAt!.Value, read.RetryAfter!.Value, read.StatusCode!.Value));
    }

    [Theory]
    [InlineData("""{"kind":"tomorrow","message":"m","facts":{"attempts":2,"x":[{}]},"y":{"z":1}}""")]
    [InlineData("""{"message":"m","facts":{"attempts":2,"fieldErrors":null}}""")]
    public void An_error_of_a_later_version_is_an_error(string json)
    {
        SeoAuditException read = Stored.Error(json);

        Assert.Equal(typeof(SeoAuditException), read.GetType());
        Assert.Equal(("m", 2), (read.Message, read.Attempts));
        Assert.Empty(read.FieldErrors);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_no_error()
    {
        string json = Stored.Write(Random(typeof(SeoAuditTimeoutException), 5));

        Assert.All(Enumerable.Range(0, json.Length), length => Assert.ThrowsAny<JsonException>(() => Stored.Error(json[..length])));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"message":1}""")]
    [InlineData("""{"message":"\ud800"}""")]
    [InlineData("""{"facts":[]}""")]
    [InlineData("""{"facts":{"fieldErrors":{"a":null}}}""")]
    [InlineData("""{"facts":{"fieldErrors":{"a":[null]}}}""")]
    [InlineData("""{"facts":{"service":"Tomorrow"}}""")]
    [InlineData("""{"timeout":"soon"}""")]
    public void What_is_no_error_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Stored.Error(json));

    private static SeoAuditException Random(Type type, int seed)
    {
        var models = new RandomModels(seed) { Nulls = seed % 2 == 0 ? 0.3 : 0 };
        var text = models.Make<PageCheck>();
        var error = (SeoAuditException)Activator.CreateInstance(type, text.Message, new InvalidOperationException("the cause"))!;
        error.Facts = models.Make<FailureFacts>();
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(static property => property.CanWrite))
        {
            switch (property.Name)
            {
                case nameof(AuditFailedException.Status):
                    property.SetValue(error, text.Key);
                    break;
                case nameof(AuditFailedException.Result):
                    property.SetValue(error, text);
                    break;
                case nameof(SeoAuditJournalException.Fault):
                    property.SetValue(error, (JournalFault)(seed % 5));
                    break;
                case nameof(SeoAuditJournalException.Path):
                    property.SetValue(error, text.Name);
                    break;
                case nameof(SeoAuditTimeoutException.Kind):
                    property.SetValue(error, (TimeoutKind)(seed % 4));
                    break;
                case nameof(SeoAuditTimeoutException.Timeout):
                    property.SetValue(error, TimeSpan.FromTicks(seed * 12345L));
                    break;
                case nameof(SeoAuditOutcomeUnknownException.WhatToCheck):
                    property.SetValue(error, text.Category);
                    break;
                case nameof(SeoAuditCreditLimitException.MaxCredits) or nameof(SeoAuditCreditLimitException.Balance):
                    property.SetValue(error, seed * 7L);
                    break;
                case nameof(SeoAuditCreditLimitException.EstimatedCredits):
                    property.SetValue(error, seed % 2 == 0 ? null : seed * 9L);
                    break;
                case nameof(SeoAuditCreditLimitException.IsCancelled):
                    property.SetValue(error, seed % 3 == 0);
                    break;
                case var other when type == typeof(SeoAuditException):
                    Assert.NotNull(typeof(FailureFacts).GetProperty(other));
                    break;
                default:
                    Assert.Fail($"{type}.{property.Name} must be stored too.");
                    break;
            }
        }

        return error;
    }
}
