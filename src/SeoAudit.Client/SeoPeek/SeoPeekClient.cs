using System.Net.Mail;
using SeoAudit.Client.Validation;

namespace SeoAudit.Client.SeoPeek;

internal sealed class SeoPeekClient(ISeoPeekApi api) : ISeoPeekClient
{
    public Task<SeoPeekAudit> AuditAsync(Uri url, CancellationToken cancellationToken = default) =>
        api.AuditAsync(Require.HttpUrl(url), cancellationToken);

    public Task<SeoPeekApiKey> CreateKeyAsync(string email, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return MailAddress.TryCreate(email, out MailAddress? address) && address.Address == email
            ? api.CreateKeyAsync(new SeoPeekKeyRequest(email), cancellationToken)
            : throw new ArgumentException($"'{nameof(email)}' must be an e-mail address such as name@example.com.", nameof(email));
    }

    public Task<SeoPeekHealth> GetHealthAsync(CancellationToken cancellationToken = default) => api.GetHealthAsync(cancellationToken);
}
