namespace SeoAudit.Emulator.SeoPeek.Wire;

internal sealed record SeoPeekKey(string ApiKey, string Plan, string Limit);

internal sealed record SeoPeekHealth(string Status, string Service, string Version);

internal sealed record SeoPeekError(string Error);
