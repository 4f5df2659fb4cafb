namespace SeoAudit.Client.Tests.Faults;

/// <summary>Every endpoint under every fault.</summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<string> Faults => [.. FaultMatrix.Faults.Select(static fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_ends_every_call_as_documented(string name)
    {
        Fault fault = FaultMatrix.Faults.Single(fault => fault.Name == name);
        var wrong = new List<string>();
        foreach (MatrixEndpoint endpoint in MatrixEndpoints.All.Where(e => e.Column <= EndpointColumn.Download))
        {
            Cell expected = FaultRules.For(fault, endpoint);
            (Cell lasting, Cell passing) = matrix[endpoint, fault];
            Compare(endpoint, "lasting", expected, lasting);
            if (expected.Attempts > 1)
            {
                Compare(endpoint, "passing", expected.WhenPassing(), passing);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        void Compare(MatrixEndpoint endpoint, string which, Cell expected, Cell seen)
        {
            if (expected != seen)
            {
                wrong.Add($"{endpoint}, {which}:\n  documented {expected}\n  seen       {seen}");
            }
        }
    }
}
