using SeoAudit.Client.Fuzz.Mutations;

namespace SeoAudit.Client.Fuzz;

/// <summary>A reader of the client, and what may come out of it.</summary>
internal abstract class FuzzTarget(string name, string corpus, IGrammar grammar)
{
    public string Name => name;

    /// <summary>The folder of the inputs that mutation starts from.</summary>
    public string Corpus => corpus;

    public IGrammar Grammar => grammar;

    /// <summary>How many bytes of memory a byte of input may cost, beside a fixed allowance.</summary>
    public virtual long BytesPerByte => 1_000;

    /// <summary>Reads an input to whatever it says. Throws <see cref="BrokenPromiseException"/> where more than "no crash" is broken.</summary>
    public abstract Task<object?> ReadAsync(byte[] input);

    public abstract bool IsDocumented(Exception exception);
}
