using System.Net.Mail;
using SeoAudit.Client.Creating;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.SeoPeek;

internal sealed class SeoPeekClient(CreatingCalls<ISeoPeekApi> calls) : ISeoPeekClient
{
    public Task<SeoPeekAudit> AuditAsync(Uri url, CancellationToken cancellationToken = default) =>
        calls.Api.AuditAsync(Require.HttpUrl(url), cancellationToken);

    public Task<SeoPeekApiKey> CreateKeyAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return MailAddress.TryCreate(email, out MailAddress? address) && address.Address == email
            ? calls.RunAsync(Plan(new SeoPeekKeyRequest(email)), cancellationToken)
            : throw new ArgumentException($"'{nameof(email)}' must be an e-mail address such as name@example.com.", nameof(email));
    }

    public Task<SeoPeekHealth> GetHealthAsync(CancellationToken cancellationToken = default) => calls.Api.GetHealthAsync(cancellationToken);

    private static CreationPlan<ISeoPeekApi, SeoPeekApiKey> Plan(SeoPeekKeyRequest request) => new()
    {
        Method = nameof(ISeoPeekApi.CreateKeyAsync),
        Send = (once, stop) => once.CreateKeyAsync(request, stop),
        WhatToCheck = "the service lists no keys; another call may create a second key for the address.",
    };
}
