namespace SeoAudit.Client.Reporting.Tests.Support;

/// <summary>Tests that measure memory: nothing else runs beside them.</summary>
[CollectionDefinition("memory", DisableParallelization = true)]
public sealed class MemoryTests;
