using System.Reflection;
using Xunit.v3;

namespace SeoAudit.Client.Tests.Complaints;

/// <summary>
/// What users of other client libraries have complained of, each with the thread where they did, is shown not to happen here by a test
/// that carries the thread as its trait.
/// </summary>
public sealed class ComplaintListTests
{
    /// <summary>The name of the trait.</summary>
    public const string Thread = "Thread";

    public static TheoryData<string, string> Complaints => new()
    {
        { "reactiveui/refit#2098", "The body is gone just when it cannot be read." },
        { "reactiveui/refit#2121", "Trimming and native compilation warn or break." },
        { "dotnet/extensions#7701", "A Retry-After beyond the time-out is waited for." },
        { "dotnet/extensions#7001", "A retry comes before Retry-After is over." },
        { "dotnet/extensions#4814", "The app's default resilience handler multiplies retries." },
        { "dotnet/extensions#5248", "A POST is sent again and creates twice." },
        { "App-vNext/Polly#3086", "A time-out and a cancellation cannot be told apart." },
        { "Azure/azure-sdk-for-net#10922", "What the service said is not on the exception." },
        { "Azure/azure-sdk-for-net#42040", "A wait for completion never ends." },
        { "tryAGI/AutoSDK#175", "Waiting gets the whole result every second." },
        { "Azure/azure-sdk-for-net#48594", "An operation cannot be taken up in another process." },
        { "octokit/octokit.net#3079", "A list cannot be cancelled." },
        { "octokit/octokit.net#2463", "A list is fetched whole although its beginning is enough." },
        { "octokit/octokit.net#2466", "A second limit is not known as one." },
        { "stripe/stripe-dotnet#1882", "There is no registration with a container." },
        { "reactiveui/refit#1876", "The clients of two accounts overwrite each other." },
        { "reactiveui/refit#1679", "A key leaks into another user's request." },
        { "stripe/stripe-dotnet#285", "Nothing can be faked in tests." },
        { "fingerprintjs/dotnet-sdk#178", "A new value from the service breaks its readers." },
        { "App-vNext/Polly#651", "A retry sends a body that is used up, or keeps the answer before it." },
        { "dotnet/runtime#68675", "Keys are logged." },
        { "stripe/stripe-dotnet#1853", "A webhook is refused because its body was read and written anew." },
        { "stripe/stripe-dotnet#1869", "A webhook cannot be checked without being parsed whole." },
        { "dotnet/runtime#46015", "The package brings a version of System.Text.Json along." },
        { "configcat/.net-sdk#17", "It blocks threads and hangs." },
        { "dotnet/extensions#4937", "It drags in a tail of packages." },
        { "resend/resend-dotnet#39", "Options are read once and never again." },
        { "JoshClose/CsvHelper#1576", "A spreadsheet runs what a cell says, or loses the minus of a number." },
    };

    [Theory]
    [MemberData(nameof(Complaints))]
    public void A_complaint_has_a_test(string thread, string complaint)
    {
        Assert.True(Tested.Contains(thread), $"{complaint} No test carries the trait {thread}.");
    }

    [Fact]
    public void No_test_carries_a_thread_that_is_not_listed()
    {
        Assert.Empty(Tested.Except(Complaints.Select(static row => row.Data.Item1), StringComparer.Ordinal));
    }

    private static HashSet<string> Tested { get; } = typeof(ComplaintListTests).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .Where(static method => method.GetCustomAttributes().Any(static attribute => attribute is IFactAttribute))
        .SelectMany(static method => method.GetCustomAttributes<TraitAttribute>())
        .Where(static trait => trait.Name == Thread)
        .Select(static trait => trait.Value)
        .ToHashSet(StringComparer.Ordinal);
}
