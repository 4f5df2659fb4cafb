using System.Net;

namespace SeoAudit.Emulator.Auditing.Fetching;

/// <summary>Decides which hosts may be asked, by name, address or network.</summary>
internal sealed class HostAllowList
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<IPAddress> _addresses = [];
    private readonly List<IPNetwork> _networks = [];

    public HostAllowList(IEnumerable<string> hosts)
    {
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address))
                _addresses.Add(address);
            else if (IPNetwork.TryParse(host, out IPNetwork network))
                _networks.Add(network);
            else
                _names.Add(host.TrimEnd('.'));
        }
    }

    public bool Allows(Uri url)
    {
        if (!SiteScope.IsWeb(url))
            return false;
        if (!IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address))
            return _names.Contains(url.IdnHost.TrimEnd('.'));
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return _addresses.Contains(address) || _networks.Exists(network => network.Contains(address));
    }
}
