namespace SeoAudit.Emulator;

/// <summary>What an <see cref="EmulatorFault"/> does to a request. Made by the static methods.</summary>
public abstract record FaultAction
{
    private protected FaultAction()
    {
    }

    /// <summary>Whether the action works on the real answer, so that the real handler has to run for it.</summary>
    internal virtual bool NeedsRealAnswer => true;

    /// <summary>Answers with a status of your choice in place of the real answer.</summary>
    /// <param name="statusCode">The status, 200–599.</param>
    /// <param name="body">The body; none by default.</param>
    /// <param name="contentType">The content type of the body; <c>application/json</c> by default.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside 200–599.</exception>
    public static FaultAction Status(
        int statusCode,
        string? body = null,
        string contentType = "application/json",
        IReadOnlyDictionary<string, string>? headers = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new StatusAction(statusCode, body ?? "", contentType, headers ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>Resets the connection before any header is sent.</summary>
    public static FaultAction ResetConnection() => new ResetAction();

    /// <summary>Sends the headers and a part of the body, then resets the connection.</summary>
    /// <param name="afterBytes">Bytes of the body that are sent first, at most one fewer than it has.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="afterBytes"/> is negative.</exception>
    public static FaultAction ResetMidBody(int afterBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new ResetMidBodyAction(afterBytes);
    }

    /// <summary>Sends only the first part of the body, with a content length that agrees with what is sent.</summary>
    /// <param name="bytes">Bytes of the body that are sent.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative.</exception>
    public static FaultAction TruncateBody(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new TruncateAction(bytes);
    }

    /// <summary>Sends the real body under another content type.</summary>
    /// <param name="contentType">The content type to claim.</param>
    public static FaultAction ContentType(string contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new ContentTypeAction(contentType);
    }

    /// <summary>Sends text that starts like the real body and is not JSON, under the real status and headers.</summary>
    public static FaultAction MalformedJson() => new MalformedJsonAction();

    /// <summary>Sends the real body a few bytes at a time.</summary>
    /// <param name="bytesPerWrite">Bytes sent at once, at least 1.</param>
    /// <param name="interval">The wait, on the emulator's clock, before each but the first of them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytesPerWrite"/> is below 1.</exception>
    public static FaultAction SlowDrip(int bytesPerWrite, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytesPerWrite, 1);
        return new SlowDripAction(bytesPerWrite, interval);
    }

    internal sealed record StatusAction(
        int StatusCode, string Body, string BodyType, IReadOnlyDictionary<string, string> Headers) : FaultAction
    {
        internal override bool NeedsRealAnswer => false;
    }

    internal sealed record ResetAction : FaultAction
    {
        internal override bool NeedsRealAnswer => false;
    }

    internal sealed record ResetMidBodyAction(int AfterBytes) : FaultAction;

    internal sealed record TruncateAction(int Bytes) : FaultAction;

    internal sealed record ContentTypeAction(string Type) : FaultAction;

    internal sealed record MalformedJsonAction : FaultAction;

    internal sealed record SlowDripAction(int BytesPerWrite, TimeSpan Interval) : FaultAction;
}
