namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>For tests that look at the whole process, such as its memory.</summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;
