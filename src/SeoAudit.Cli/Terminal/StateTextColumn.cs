using Spectre.Console;
using Spectre.Console.Rendering;

namespace SeoAudit.Cli.Terminal;

/// <summary>The state in words, beside the bar. The library's own column reads markup; this one shows text as it is.</summary>
internal sealed class StateTextColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(PlainText.Of(task.Description));
}
