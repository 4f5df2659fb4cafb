namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class OpenGraphChecks : IPageCheckGroup
{
    private static readonly CheckDefinition Title = new("og_title", "Open Graph Title", CheckCategory.Meta, 3);
    private static readonly CheckDefinition Description = new("og_description", "Open Graph Description", CheckCategory.Meta, 3);
    private static readonly CheckDefinition Image = new("og_image", "Open Graph Image", CheckCategory.Meta, 3);
    private static readonly CheckDefinition Card = new("twitter_card", "Twitter Card", CheckCategory.Meta, 2);

    private static readonly string[] Cards = ["summary", "summary_large_image", "app", "player"];

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return Judge(Title, "og:title", page.Metadata.OgTitle);
        yield return Judge(Description, "og:description", page.Metadata.OgDescription);
        yield return JudgeImage(page);
        yield return JudgeCard(page);
    }

    private static CheckResult Judge(CheckDefinition check, string property, string? content) => content is null
        ? check.Fail($"There is no {property}. Add it, so that shared links look as you want them to.")
        : check.Pass($"The page has {property}.", content);

    private static CheckResult JudgeImage(AuditedPage page)
    {
        string? image = page.Metadata.OgImage;
        bool relative = image is not null && !(Uri.TryCreate(image, UriKind.Absolute, out Uri? address) && SiteScope.IsWeb(address));
        return relative
            ? Image.Warn("The og:image is not an absolute address. Write it with scheme and host.", image)
            : Judge(Image, "og:image", image);
    }

    private static CheckResult JudgeCard(AuditedPage page)
    {
        string? card = page.Property("twitter:card");
        if (card is null)
        {
            return page.Metadata.OgTitle is null
                ? Card.Fail("There is no twitter:card and no Open Graph data to fall back on. Add twitter:card.")
                : Card.Warn("There is no twitter:card; Open Graph data is used instead. Add it to choose how large the preview is.");
        }

        return Cards.Contains(card, StringComparer.OrdinalIgnoreCase)
            ? Card.Pass("The page has a Twitter card.", card)
            : Card.Warn($"\"{card}\" is no kind of Twitter card. Use summary or summary_large_image.", card);
    }
}
