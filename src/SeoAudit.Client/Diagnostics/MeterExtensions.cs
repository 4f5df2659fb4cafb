using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SeoAudit.Client.Diagnostics;

/// <summary>Makes instruments as they are described, and the tags that most of them have.</summary>
internal static class MeterExtensions
{
    public static Counter<long> Counter(this Meter meter, InstrumentText text) =>
        meter.CreateCounter<long>(text.Name, text.Unit, text.Description);

    /// <param name="meter">The meter.</param>
    /// <param name="text">What is said of it.</param>
    /// <param name="boundaries">The seconds between which measurements are told apart, where who measures does not say.</param>
    public static Histogram<double> Duration(this Meter meter, InstrumentText text, IReadOnlyList<double> boundaries) =>
        meter.CreateHistogram(text.Name, text.Unit, text.Description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });

    public static TagList Tags(AuditService? service, string? operation = null, string? errorType = null)
    {
        TagList tags = default;
        Add(ref tags, TelemetryTag.Service, service?.ToString());
        Add(ref tags, TelemetryTag.Operation, operation);
        Add(ref tags, TelemetryTag.ErrorType, errorType);
        return tags;
    }

    /// <summary>A measurement of one account; the only one has no name.</summary>
    public static Measurement<long> OfAccount(long value, AuditService? service, string registration)
    {
        TagList tags = Tags(service);
        Add(ref tags, TelemetryTag.Account, registration.Length == 0 ? null : registration);
        return new Measurement<long>(value, tags);
    }

    private static void Add(ref TagList tags, string name, string? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
