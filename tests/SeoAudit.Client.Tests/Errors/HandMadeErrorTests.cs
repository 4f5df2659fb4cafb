namespace SeoAudit.Client.Tests.Errors;

/// <summary>Errors as an app's own tests make them.</summary>
public sealed class HandMadeErrorTests
{
    [Fact]
    public void A_journal_error_without_a_file_has_an_empty_one() => Assert.Empty(new SeoAuditJournalException("Broken.").Path);

    [Theory]
    [InlineData(null, "There is no list to look at: see the message.")]
    [InlineData("the PDFs of the audit", "There is no list to look at: the PDFs of the audit")]
    public async Task What_cannot_be_looked_for_says_what_to_check_instead(string? whatToCheck, string expected)
    {
        var unknown = new SeoAuditOutcomeUnknownException("Lost.") { WhatToCheck = whatToCheck };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.ReconcileAsync(TestContext.Current.CancellationToken));

        Assert.Equal(expected, refusal.Message);
        Assert.False(unknown.CanReconcile);
    }
}
