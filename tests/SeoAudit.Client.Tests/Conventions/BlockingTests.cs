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
    public void Nothing_in_the_client_blocks_a_thread() => Assert.Empty(Faults(ClientAssembly.Assembly.Location, "SeoAudit.Client."));

    [Fact]
    public void What_blocks_is_found()
    {
        string[] faults = [.. Faults(typeof(BlockingTests).Assembly.Location, typeof(BlockingTests).FullName!)];

        Assert.Equal(4, faults.Length);
    }

    private static IEnumerable<string> Faults(string assembly, string from)
    {
        using var code = new AssemblyCode(assembly);
        return [.. code.Calls
            .Where(static call => call.Type.StartsWith("System.Threading.", StringComparison.Ordinal) || call.Type.Contains("Awaiter", StringComparison.Ordinal))
            .Where(static call => Blocking.Contains(call.Method, StringComparer.Ordinal))
            // The compiler asks an awaiter for its result when it has one.
            .Where(static call => !(call.IsStateMachine
                && (call.Type.Contains("Awaiter", StringComparison.Ordinal) || call.Type.StartsWith("System.Threading.Tasks.Sources.", StringComparison.Ordinal))))
            .Where(call => call.From.StartsWith(from, StringComparison.Ordinal) && !call.From.Contains("Generated", StringComparison.Ordinal))
            .Select(static call => $"{call.From} calls {call.Type}.{call.Method}")];
    }

    private static class Sample
    {
        public static void Block(Task<int> task, SemaphoreSlim turn)
        {
            turn.Wait();
            Thread.Sleep(task.Result);
            task.GetAwaiter().GetResult();
        }
    }
}
