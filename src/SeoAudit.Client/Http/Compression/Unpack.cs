namespace SeoAudit.Client.Http.Compression;

/// <summary>Begins to unpack.</summary>
/// <param name="packed">Closed with the result.</param>
/// <param name="first">Its first byte; -1 where there is none.</param>
internal delegate Stream Unpack(Stream packed, int first);
