using SeoAudit.Client.Operations;

namespace SeoAudit.Client.Tests.Waiting;

public sealed class ServiceIdsTests
{
    [Fact]
    public void An_id_that_can_be_sent_is_taken_as_it_is() =>
        Assert.Equal("a-1", ServiceIds.Require(AuditService.Seogent, "CreateScan", "a-1"));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    public void An_id_that_cannot_be_sent_is_the_services_fault_and_not_lost(string id)
    {
        var exception = Assert.Throws<SeoAuditResponseException>(() => ServiceIds.Require(AuditService.Seogent, "CreateScan", id));

        Assert.Equal("Seogent took the request and named an id that cannot be used; see OperationId.", exception.Message);
        Assert.Equal(AuditService.Seogent, exception.Service);
        Assert.Equal("CreateScan", exception.Operation);
        // What is empty leads to nothing, so that what was created is looked for.
        Assert.Equal(id.Length == 0 ? null : id, exception.OperationId);
        Assert.IsType<ArgumentException>(exception.InnerException, exactMatch: false);
    }
}
