namespace SeoAudit.Emulator.Seogent.Wire;

internal sealed record SeogentMessage(string Message);

internal sealed record SeogentError(string Error, string ErrorCode);

internal sealed record SeogentInvalid(string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors);
