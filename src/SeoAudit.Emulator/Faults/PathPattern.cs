namespace SeoAudit.Emulator.Faults;

/// <summary>Matches paths against patterns with <c>*</c> (within a segment) and <c>**</c> (anywhere).</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path) => Matches(pattern.AsSpan(), path.AsSpan());

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] != '*')
            {
                if (path.IsEmpty || char.ToUpperInvariant(pattern[0]) != char.ToUpperInvariant(path[0]))
                    return false;
                pattern = pattern[1..];
                path = path[1..];
                continue;
            }

            bool acrossSegments = pattern.Length > 1 && pattern[1] == '*';
            ReadOnlySpan<char> rest = pattern[(acrossSegments ? 2 : 1)..];
            for (int taken = 0; taken <= path.Length; taken++)
            {
                if (Matches(rest, path[taken..]))
                    return true;
                if (taken < path.Length && path[taken] == '/' && !acrossSegments)
                    return false;
            }

            return false;
        }

        return path.IsEmpty;
    }
}
