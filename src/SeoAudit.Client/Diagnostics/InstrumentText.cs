namespace SeoAudit.Client.Diagnostics;

/// <summary>What is said of an instrument, to whoever measures and in the documentation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit, by UCUM.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Tags">The tags that its measurements may have.</param>
internal sealed record InstrumentText(string Name, string Unit, string Description, params IReadOnlyList<string> Tags);
