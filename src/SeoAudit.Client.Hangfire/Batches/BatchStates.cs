using Hangfire.Common;
using Hangfire.States;

namespace SeoAudit.Client.Hangfire.Batches;

/// <summary>Turns how a batch ended into a state of Hangfire's: the same job is put off, and the dashboard says why.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BatchStatesAttribute : JobFilterAttribute, IElectStateFilter
{
    public BatchStatesAttribute()
    {
        // After the one that would try again what has failed.
        Order = 1_000;
    }

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is not SucceededState { Result: BatchEnd end })
        {
            return;
        }

        if (end.GoesOnAt is { } goesOnAt)
        {
            context.CandidateState = new ScheduledState(goesOnAt.UtcDateTime) { Reason = end.Reason };
        }
        else if (end.IsFailure)
        {
            context.CandidateState = new FailedState(new SeoAuditJobException(end.Reason)) { Reason = end.Reason };
        }
        else if (context.CandidateState is SucceededState succeeded)
        {
            succeeded.Reason = end.Reason;
        }
    }
}
