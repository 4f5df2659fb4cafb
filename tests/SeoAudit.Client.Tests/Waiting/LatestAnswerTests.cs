using SeoAudit.Client.Operations;

namespace SeoAudit.Client.Tests.Waiting;

public sealed class LatestAnswerTests
{
    [Theory]
    [InlineData(null, "running", "running")]
    [InlineData(null, "done", "done")]
    [InlineData("queued", "running", "running")]
    [InlineData("queued", "done", "done")]
    [InlineData("done", "running", "done")]
    [InlineData("done", "done again", "done again")]
    public void The_last_answer_is_kept_and_none_that_is_not_final_replaces_a_final_one(string? known, string answer, string kept)
    {
        LatestAnswer.Keep(ref known, answer, static text => text.StartsWith("done", StringComparison.Ordinal));

        Assert.Equal(kept, known);
    }
}
