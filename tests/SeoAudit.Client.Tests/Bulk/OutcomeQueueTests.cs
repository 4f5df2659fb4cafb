using SeoAudit.Client.Bulk;

namespace SeoAudit.Client.Tests.Bulk;

public sealed class OutcomeQueueTests
{
    public static TheoryData<OutcomeOrder> Orders => [OutcomeOrder.AsCompleted, OutcomeOrder.AsSubmitted];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_place_is_free_again_when_its_outcome_is_read(OutcomeOrder order)
    {
        using var queue = new OutcomeQueue(order, 70, places: 1);
        BulkItem item = await SubmitAsync(queue, 0);
        Task next = queue.WaitForPlaceAsync(Stop);
        queue.Write(item, Failed(item));
        Assert.False(next.IsCompleted);

        Assert.Equal(0, (await queue.ReadAsync(Stop))!.Index);

        await next;
        Assert.False(queue.WaitForPlaceAsync(Stop).IsCompleted);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_place_is_free_again_when_its_outcome_was_waited_for(OutcomeOrder order)
    {
        using var queue = new OutcomeQueue(order, 70, places: 1);
        BulkItem item = await SubmitAsync(queue, 0);
        Task<PageAuditOutcome?> read = queue.ReadAsync(Stop).AsTask();
        Assert.False(read.IsCompleted);

        queue.Write(item, Failed(item));

        Assert.Equal(0, (await read)!.Index);
        Assert.True(queue.WaitForPlaceAsync(Stop).IsCompleted);
    }

    [Fact]
    public void There_are_as_many_places_as_it_was_given_and_returned()
    {
        using var queue = new OutcomeQueue(OutcomeOrder.AsCompleted, 70, places: 2);
        Assert.Equal(2, Free(queue));

        queue.Widen(3);
        Assert.Equal(3, Free(queue));
        queue.Widen(0);
        queue.Widen(-1);
        Assert.Equal(0, Free(queue));
        queue.ReturnPlace();
        Assert.Equal(1, Free(queue));
    }

    [Fact]
    public async Task In_the_order_of_the_input_what_has_no_outcome_is_passed_over_and_its_place_is_free()
    {
        using var queue = new OutcomeQueue(OutcomeOrder.AsSubmitted, 70, places: 2);
        BulkItem first = await SubmitAsync(queue, 0);
        BulkItem second = await SubmitAsync(queue, 1);
        queue.Write(second, Failed(second));
        OutcomeQueue.Abandon(first);

        Assert.Equal(1, (await queue.ReadAsync(Stop))!.Index);

        Assert.Equal(2, Free(queue));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_wait_that_is_given_up_loses_nothing(OutcomeOrder order)
    {
        using var queue = new OutcomeQueue(order, 70, places: 1);
        BulkItem item = await SubmitAsync(queue, 0);
        using var gone = new CancellationTokenSource();
        Task<PageAuditOutcome?> read = queue.ReadAsync(gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        queue.Write(item, Failed(item));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.ReadAsync(gone.Token).AsTask());

        Assert.Equal(0, (await queue.ReadAsync(Stop))!.Index);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_fault_comes_behind_the_outcomes(OutcomeOrder order)
    {
        using var queue = new OutcomeQueue(order, 70, places: 1);
        BulkItem item = await SubmitAsync(queue, 0);
        queue.Write(item, Failed(item));
        queue.Complete(new InvalidDataException());

        Assert.Equal(0, (await queue.ReadAsync(Stop))!.Index);
        await Assert.ThrowsAsync<InvalidDataException>(() => queue.ReadAsync(Stop).AsTask());
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Without_a_fault_it_ends_with_nothing(OutcomeOrder order)
    {
        using var queue = new OutcomeQueue(order, 70, places: 1);
        queue.Complete(fault: null);

        Assert.Null(await queue.ReadAsync(Stop));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(50)]
    public async Task Every_outcome_has_the_threshold_of_the_run(double threshold)
    {
        using var queue = new OutcomeQueue(OutcomeOrder.AsCompleted, threshold, places: 1);
        BulkItem item = await SubmitAsync(queue, 0);
        queue.Write(item, Failed(item));

        Assert.Equal(threshold, (await queue.ReadAsync(Stop))!.PassThreshold);
    }

    private static int Free(OutcomeQueue queue)
    {
        var free = 0;
        while (queue.WaitForPlaceAsync(new CancellationToken(canceled: false)) is { IsCompleted: true })
        {
            free++;
        }

        // The last wait has the next place that is returned.
        queue.ReturnPlace();
        return free;
    }

    private static async Task<BulkItem> SubmitAsync(OutcomeQueue queue, int index)
    {
        await queue.WaitForPlaceAsync(Stop);
        return queue.Submit(BulkHarness.Page(index), BulkHarness.Page(index), index);
    }

    private static PageAuditOutcome Failed(BulkItem item) => PageAuditOutcome.Failed(item.Url, new SeoAuditException("No."), item.Index);
}
