using BulkAuditApi.Contract;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BulkAuditApi.Validation;

/// <summary>Answers 422 where the body breaks a rule, before the endpoint sees it.</summary>
internal static class ValidBody
{
    public static RouteHandlerBuilder RequireValidBody(this RouteHandlerBuilder route) => route
        .AddEndpointFilter(static async (context, next) =>
        {
            Dictionary<string, string[]> faults = RequestRules.FaultsOf(context.Arguments.OfType<BulkAuditRequest>().Single());
            return faults.Count == 0 ? await next(context) : Refuse(faults);
        })
        .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

    public static ProblemHttpResult Refuse(string field, string rule) =>
        Refuse(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [$"{field} {rule}"] });

    private static ProblemHttpResult Refuse(IDictionary<string, string[]> faults) =>
        TypedResults.Problem(new HttpValidationProblemDetails(faults) { Status = StatusCodes.Status422UnprocessableEntity });
}
