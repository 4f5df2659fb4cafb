namespace SeoAudit.Client.Creating;

/// <summary>Something in a service's list that fits what was sent.</summary>
/// <param name="Id">Its id; null, or one that cannot be used, where the service is at fault.</param>
/// <param name="CreatedAt">When the service created it, by the service's clock; null where it does not say.</param>
/// <param name="Row">What the service shows of it.</param>
internal sealed record Sighting(string? Id, DateTimeOffset? CreatedAt, object Row);
