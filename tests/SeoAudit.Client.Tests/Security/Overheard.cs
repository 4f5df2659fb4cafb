using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;
using SeoAudit.Client.Tests.Support;

namespace SeoAudit.Client.Tests.Security;

/// <summary>
/// Hears all that is said in the process: logs at every level, activities, measurements and events of all sources. Not heard are the
/// platform's own diagnostics of its network code, which print whole requests to whoever switches them on.
/// </summary>
internal sealed class Overheard : IDisposable
{
    private readonly ConcurrentQueue<string> _said = new();
    private readonly CapturedLog _log = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements;
    private readonly Events _events;
    private readonly Payloads _payloads;

    public Overheard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Hear(
                $"{activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString} {Text(activity.TagObjects)} "
                + $"{Text(activity.Baggage)} {string.Join(' ', activity.Events.Select(static one => $"{one.Name} {Text(one.Tags)}"))}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _measurements.SetMeasurementEventCallback<long>(Measure);
        _measurements.SetMeasurementEventCallback<int>(Measure);
        _measurements.SetMeasurementEventCallback<double>(Measure);
        _measurements.Start();
        _events = new Events(Hear);
        _payloads = new Payloads(Hear);
    }

    public ILoggerProvider Log => _log;

    /// <summary>All of it; a copy.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            _measurements.RecordObservableInstruments();
            return [.. _said, .. _log.Lines];
        }
    }

    public void Hear(string text) => _said.Enqueue(text);

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
        _events.Dispose();
        _payloads.Dispose();
        _log.Dispose();
    }

    private static string Text<T>(IEnumerable<KeyValuePair<string, T>> tags) =>
        string.Join(' ', tags.Select(static tag => $"{tag.Key}={tag.Value}"));

    private void Measure<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Hear($"{instrument.Meter.Name} {instrument.Name} {measurement} {Text(tags.ToArray())}");

    private sealed class Events(Action<string> hear) : EventListener
    {
        private static readonly ReadOnlyCollection<object?> Nothing = new([]);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal)
                || eventSource.Name.StartsWith("SeoAudit", StringComparison.Ordinal)
                || eventSource.Name.StartsWith("Polly", StringComparison.Ordinal)
                || eventSource.Name.StartsWith("Microsoft-Extensions", StringComparison.Ordinal))
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            // Events of sources that existed before come while this is still being made.
            hear?.Invoke($"{eventData.EventSource.Name} {eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? Nothing)}");
    }

    private sealed class Payloads : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly Action<string> _hear;
        private readonly ConcurrentBag<IDisposable> _subscriptions = [];

        public Payloads(Action<string> hear)
        {
            _hear = hear;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public void OnNext(DiagnosticListener value)
        {
            // The platform's own hands out the request itself.
            if (value.Name != "HttpHandlerDiagnosticListener")
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value) => _hear($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (IDisposable subscription in _subscriptions)
            {
                subscription.Dispose();
            }
        }
    }
}
