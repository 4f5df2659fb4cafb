namespace SeoAudit.Client.Tests.Cancellation;

/// <summary>A request as it came over a connection.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Head">All up to the empty line.</param>
internal sealed record WireRequest(string Method, string Target, string Head)
{
    public string Path => Target.Split('?')[0];

    public static WireRequest Parse(string head)
    {
        string[] line = head.Split("\r\n")[0].Split(' ');
        return new WireRequest(line[0], line[1], head);
    }
}
