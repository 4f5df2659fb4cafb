namespace SeoAudit.Cli.Pipelines;

/// <summary>A pipeline does not do what it promises, or says what its host would not understand.</summary>
internal sealed class PipelineException(string message) : Exception(message);
