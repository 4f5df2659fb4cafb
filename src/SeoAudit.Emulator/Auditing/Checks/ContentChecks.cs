using System.Globalization;
using AngleSharp.Dom;

namespace SeoAudit.Emulator.Auditing.Checks;

internal sealed class ContentChecks : IPageCheckGroup
{
    private const int GoodWords = 300;
    private const int FewestWords = 50;

    private static readonly CheckDefinition Length = new("content_length", "Content Length", CheckCategory.Content, 5);
    private static readonly CheckDefinition Alternatives = new("image_alt", "Image Alt Text", CheckCategory.Content, 4);

    public IEnumerable<CheckResult> Run(AuditedPage page)
    {
        yield return JudgeLength(page.WordCount);
        yield return JudgeImages([.. page.Document.QuerySelectorAll("img")]);
    }

    private static CheckResult JudgeLength(int words)
    {
        string value = words.ToString(CultureInfo.InvariantCulture);
        return words switch
        {
            >= GoodWords => Length.Pass($"The page has {words} words.", value),
            >= FewestWords => Length.Warn($"The page has {words} words. Pages of {GoodWords} or more answer a searcher better.", value),
            _ => Length.Fail($"The page has {words} words, hardly any text. Write at least {GoodWords}.", value),
        };
    }

    private static CheckResult JudgeImages(IElement[] images)
    {
        int without = images.Count(image => !image.HasAttribute("alt"));
        string value = FormattableString.Invariant($"{images.Length - without}/{images.Length}");
        if (images.Length == 0)
            return Alternatives.Pass("The page has no images.", value);
        if (without == 0)
            return Alternatives.Pass($"All {images.Length} images have an alt attribute.", value);
        string message = $"{without} of {images.Length} images have no alt attribute. Describe them, or leave alt empty where they only decorate.";
        return without * 2 > images.Length ? Alternatives.Fail(message, value) : Alternatives.Warn(message, value);
    }
}
