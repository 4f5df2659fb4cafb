namespace SeoAudit.Client.Http;

/// <summary>Keeps keys on their way to the configured host, encrypted unless that is this machine.</summary>
internal static class KeyDestination
{
    public static void Verify(Uri target, Uri baseAddress, ServiceProfile profile)
    {
        // The usual case, told without taking the target apart: where the whole base address leads, its host does too.
        if (target.OriginalString.StartsWith(baseAddress.AbsoluteUri, StringComparison.Ordinal) && IsSafe(baseAddress))
        {
            return;
        }

        bool sameOrigin = target.Scheme == baseAddress.Scheme && target.Port == baseAddress.Port
            && string.Equals(target.Host, baseAddress.Host, StringComparison.OrdinalIgnoreCase);
        if (!sameOrigin || !IsSafe(target))
        {
            throw new SeoAuditException(
                $"The {profile.Name} key is not sent to {target.Scheme}://{target.Authority}: keys go only to the configured base "
                + "address, over https (plain http only to loopback).")
            {
                Service = profile.Service,
            };
        }
    }

    /// <summary>Whether a key may travel to this address at all.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    /// <summary>Whether a key can stand in a header as it is: visible ASCII.</summary>
    public static bool IsHeaderText(string key) => !key.AsSpan().ContainsAnyExceptInRange('!', '~');
}
