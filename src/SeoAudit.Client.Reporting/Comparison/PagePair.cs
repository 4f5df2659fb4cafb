using System.Runtime.InteropServices;

namespace SeoAudit.Client.Reporting.Comparison;

/// <summary>One page in two runs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePair(PageSnapshot Before, PageSnapshot After)
{
    /// <summary>Whether both have an audit by the same service: only then do scores and checks mean the same.</summary>
    public bool IsComparable => Before.Score is not null && After.Score is not null && Before.Service == After.Service;
}
