namespace SeoAudit.Client.Tests.Diagnostics;

/// <summary>Tests that a listener of another test would disturb.</summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;
