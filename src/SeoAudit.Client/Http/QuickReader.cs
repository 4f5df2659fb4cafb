namespace SeoAudit.Client.Http;

/// <summary>Reads an answer that is as documented. Returns null for any other, which the generated reader then reads or refuses.</summary>
internal delegate ServiceResult? QuickReader(ReadOnlySpan<byte> json);
