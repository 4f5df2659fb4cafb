namespace SeoAudit.Client.Tests.Conventions;

/// <summary>A type whose code or signatures name another.</summary>
internal readonly record struct Reference(string From, string To);
