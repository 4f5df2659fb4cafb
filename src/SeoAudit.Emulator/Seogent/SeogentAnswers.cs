using Microsoft.AspNetCore.Http;
using SeoAudit.Emulator.Hosting;
using SeoAudit.Emulator.Seogent.Wire;

namespace SeoAudit.Emulator.Seogent;

/// <summary>The answers that several endpoints share.</summary>
internal static class SeogentAnswers
{
    public static EmulatorResponse Message(int statusCode, string message) =>
        EmulatorResponse.Json(statusCode, new SeogentMessage(message), SeogentJson.Default.SeogentMessage);

    public static EmulatorResponse Error(int statusCode, string message, string code) =>
        EmulatorResponse.Json(statusCode, new SeogentError(message, code), SeogentJson.Default.SeogentError);

    public static EmulatorResponse NotFound() =>
        Error(StatusCodes.Status404NotFound, "Scan not found.", "scan_not_found");

    /// <summary>Every fault of a request at once, worded after the first.</summary>
    public static EmulatorResponse Invalid(IReadOnlyList<(string Field, string Message)> faults)
    {
        string message = faults.Count switch
        {
            1 => faults[0].Message,
            2 => faults[0].Message + " (and 1 more error)",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{faults[0].Message} (and {faults.Count - 1} more errors)"),
        };
        var errors = faults
            .GroupBy(fault => fault.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(fault => fault.Message)], StringComparer.Ordinal);
        return EmulatorResponse.Json(
            StatusCodes.Status422UnprocessableEntity, new SeogentInvalid(message, errors), SeogentJson.Default.SeogentInvalid);
    }
}
