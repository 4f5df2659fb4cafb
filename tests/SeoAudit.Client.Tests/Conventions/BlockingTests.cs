using System.Reflection;
using System.Runtime.CompilerServices;
using SeoAudit.Client.AspNetCore;
using SeoAudit.Client.Reporting;

namespace SeoAudit.Client.Tests.Conventions;

/// <summary>Nothing holds a thread until something else is done, which starves apps of threads and can hang them.</summary>
public sealed class BlockingTests
{
    private static readonly string[] Blocking =
    [
        "Wait", "WaitAll", "WaitAny", "WaitOne", "RunSynchronously", "get_Result", "GetResult", "Sleep", "Join", "SpinUntil", "SignalAndWait", "ToBlockingEnumerable",
    ];

    [Fact]
    [Trait("Thread", "configcat/.net-sdk#17")]
    public void Nothing_in_the_client_blocks_a_thread() => Assert.Empty(Faults(ClientAssembly.Assembly, "SeoAudit.Client."));

    [Fact]
    public void Nothing_in_the_reports_blocks_a_thread() => Assert.Empty(Faults(typeof(ReportReader).Assembly, "SeoAudit.Client."));

    [Fact]
    public void Nothing_in_the_receiver_of_webhooks_blocks_a_thread() => Assert.Empty(Faults(typeof(SeogentWebhookReceiver).Assembly, "SeoAudit.Client."));

    [Fact]
    public void Over_Hangfire_only_threads_that_are_kept_for_it_wait() => Assert.Equal(
        [
            "SeoAudit.Client.Hangfire.Storage.StorageAccess calls System.Threading.ManualResetEventSlim.Wait",
            "SeoAudit.Client.Hangfire.Storage.StorageThreads calls System.Threading.Monitor.Wait",
        ],
        Faults(typeof(HangfireJobsOptions).Assembly, "SeoAudit.Client.").Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void What_blocks_is_found() => Assert.Equal(
        [
            ".ConfiguredTaskAwaiter.GetResult",
            "System.Runtime.CompilerServices.TaskAwaiter.GetResult",
            "System.Runtime.CompilerServices.TaskAwaiter`1.GetResult",
            "System.Runtime.CompilerServices.TaskAwaiter`1.GetResult",
            "System.Runtime.CompilerServices.ValueTaskAwaiter.GetResult",
            "System.Threading.SemaphoreSlim.Wait",
            "System.Threading.Tasks.Task`1.get_Result",
            "System.Threading.Thread.Sleep",
        ],
        Faults(typeof(BlockingTests).Assembly, typeof(BlockingTests).FullName!).Select(static fault => fault.Split(' ')[^1]).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static IEnumerable<string> Faults(Assembly assembly, string from)
    {
        using var code = new AssemblyCode(assembly.Location);
        return [.. code.Calls
            .Where(static call => call.Type.StartsWith("System.Threading.", StringComparison.Ordinal) || call.Type.Contains("Awaiter", StringComparison.Ordinal))
            .Where(static call => Blocking.Contains(call.Method, StringComparer.Ordinal))
            .Where(static call => !(call.IsStateMachine && (IsAwaited(call) || call.Type.StartsWith("System.Threading.Tasks.Sources.", StringComparison.Ordinal))))
            .Where(call => call.From.StartsWith(from, StringComparison.Ordinal) && !call.From.Contains("Generated", StringComparison.Ordinal))
            .Select(static call => $"{call.From} calls {call.Type}.{call.Method}")];
    }

    // What the compiler makes of an await asks for the result where it has left the method until there is one; whoever asks elsewhere waits.
    private static bool IsAwaited(Call call) =>
        call.Type.Contains("Awaiter", StringComparison.Ordinal) && call.Before is "AwaitUnsafeOnCompleted" or "AwaitOnCompleted";

    private static class Sample
    {
        public static void Block(Task<int> task, SemaphoreSlim turn)
        {
            turn.Wait();
            Thread.Sleep(task.Result);
            task.GetAwaiter().GetResult();
        }

        public static async Task BlockAsync(Task task, Task<int> number)
        {
            await Task.Yield();
            task.GetAwaiter().GetResult();
            task.ConfigureAwait(false).GetAwaiter().GetResult();
            TaskAwaiter<int> late = number.GetAwaiter();
            await foreach (int each in NumbersAsync(new ValueTask(task)))
            {
                await Task.Delay(each + late.GetResult());
            }
        }

        private static async IAsyncEnumerable<int> NumbersAsync(ValueTask task)
        {
            await Task.Yield();
            task.GetAwaiter().GetResult();
            yield return await Task.FromResult(1);
        }
    }
}
