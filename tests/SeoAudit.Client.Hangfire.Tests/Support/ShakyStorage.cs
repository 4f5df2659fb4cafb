using Hangfire;
using Hangfire.Storage;

namespace SeoAudit.Client.Hangfire.Tests.Support;

/// <summary>A storage that tells of each use before it happens, so that a test can let it fail.</summary>
internal sealed class ShakyStorage(JobStorage inner) : JobStorage
{
    private int _uses;

    /// <summary>Called before each use, with how many there were; what it throws is what the storage throws.</summary>
    public Action<int> OnUse { get; set; } = static _ => { };

    public override bool LinearizableReads => inner.LinearizableReads;

    public override bool HasFeature(string featureId) => inner.HasFeature(featureId);

    public override IMonitoringApi GetMonitoringApi()
    {
        Use();
        return inner.GetMonitoringApi();
    }

    public override IStorageConnection GetConnection()
    {
        Use();
        return inner.GetConnection();
    }

    /// <summary>Lets so many uses succeed, and none after them.</summary>
    public void DieAfter(int uses)
    {
        int last = Volatile.Read(ref _uses) + uses;
        OnUse = use =>
        {
            if (use >= last)
            {
                throw new IOException("It is away.");
            }
        };
    }

    public void Revive() => OnUse = static _ => { };

    private void Use() => OnUse(Interlocked.Increment(ref _uses) - 1);
}
