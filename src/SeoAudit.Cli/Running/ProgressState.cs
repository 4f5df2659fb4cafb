namespace SeoAudit.Cli.Running;

/// <summary>How far some work is.</summary>
/// <param name="Done">What is done, in the unit of the work.</param>
/// <param name="Total">What there is to do; null where it is not known yet.</param>
/// <param name="Text">The same in words, with what else is worth knowing.</param>
internal sealed record ProgressState(double Done, double? Total, string Text);
