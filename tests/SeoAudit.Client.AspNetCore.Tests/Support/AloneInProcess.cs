namespace SeoAudit.Client.AspNetCore.Tests.Support;

/// <summary>Tests that measure the whole process.</summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;
