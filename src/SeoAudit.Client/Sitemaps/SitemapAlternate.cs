namespace SeoAudit.Client;

/// <summary>A page in another language. Source: Google's extension of the sitemap protocol for localized pages.</summary>
/// <param name="Language">The language, and perhaps region, as the sitemap words it (<c>hreflang</c>), e.g. <c>de-CH</c> or <c>x-default</c>; empty where it is missing.</param>
/// <param name="Location">The page's address (<c>href</c>): absolute, http or https.</param>
public sealed record SitemapAlternate(string Language, Uri Location);
