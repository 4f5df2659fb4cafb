using Microsoft.AspNetCore.Http;

namespace SeoAudit.Emulator.Hosting;

/// <summary>One of the three services.</summary>
internal interface IEmulatedService
{
    EmulatedService Kind { get; }

    /// <summary>The first part of its paths.</summary>
    string Root { get; }

    /// <summary>The key that a request carries, whether it is valid or not; null without one.</summary>
    string? KeyOf(IHeaderDictionary headers);

    /// <summary>An answer for a request that never reaches the service, in the service's own wording.</summary>
    EmulatorResponse Error(int statusCode, string message);

    Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken);
}
