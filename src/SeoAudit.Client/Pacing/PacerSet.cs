using SeoAudit.Client.Http;

namespace SeoAudit.Client.Pacing;

/// <summary>The pacers of one account, shared by all its clients.</summary>
internal sealed class PacerSet(params ServicePacer[] pacers) : IDisposable
{
    public ServicePacer For(ServiceProfile profile) => Array.Find(pacers, pacer => pacer.Profile == profile)
        ?? throw new ArgumentException($"{profile.Name} is not paced.", nameof(profile));

    public void Dispose() => Array.ForEach(pacers, static pacer => pacer.Dispose());
}
