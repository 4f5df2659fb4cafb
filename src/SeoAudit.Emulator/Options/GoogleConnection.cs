namespace SeoAudit.Emulator;

/// <summary>How far a MetricSpot account is connected to Google, which decides the form of the organic traffic answer.</summary>
public enum GoogleConnection
{
    /// <summary>Not connected: <c>{"connected":false}</c>.</summary>
    NotConnected,

    /// <summary>Connected, but no property is linked to the audited site: <c>{"connected":true,"linked":false}</c>.</summary>
    NotLinked,

    /// <summary>Connected and linked: the whole snapshot, with made-up numbers that depend on the URL alone.</summary>
    Linked,

    /// <summary>Connected without the scope that the data needs: 403.</summary>
    MissingScope,
}
