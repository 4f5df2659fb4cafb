namespace SeoAudit.Client.Tests.Conventions;

/// <summary>A call in a method body, and the one that stands before it.</summary>
internal readonly record struct Call(string From, string Type, string Method, bool IsStateMachine, string? Before);
