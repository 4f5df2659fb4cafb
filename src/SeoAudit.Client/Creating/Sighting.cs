namespace SeoAudit.Client.Creating;

/// <summary>Something in a service's list that fits what was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When the service created it, by the service's clock.</param>
/// <param name="Row">What the list shows of it.</param>
/// <param name="IsCertain">Whether the service says all that it was asked for, so that it cannot be anything else.</param>
internal sealed record Sighting(string Id, DateTimeOffset CreatedAt, object Row, bool IsCertain);
