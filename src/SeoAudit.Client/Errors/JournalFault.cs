namespace SeoAudit.Client;

/// <summary>What keeps a journal from being used.</summary>
public enum JournalFault
{
    /// <summary>The file could not be opened, read or written.</summary>
    Unusable,

    /// <summary>Another run, in this or another process, has it open.</summary>
    InUse,

    /// <summary>The file is not a journal, or one of another format version.</summary>
    OtherFormat,

    /// <summary>It belongs to a run with other options, so that its outcomes are not those that are asked for.</summary>
    OtherOptions,

    /// <summary>A line in its midst cannot be read. A torn last line is no fault: it is cut off.</summary>
    Corrupt,
}
