namespace SeoAudit.Client.Tests.Conventions;

/// <summary>A call in a method body. In a state machine the compiler itself asks awaiters for results.</summary>
internal readonly record struct Call(string From, string Type, string Method, bool IsStateMachine);
