using Quickstart;

if (!Arguments.TryParse(args, out Arguments? arguments, out string? problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    await using Stage stage = await Stage.SetAsync(arguments, stop.Token);
    await Tour.RunAsync(stage, stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
catch (SeoAudit.Client.SeoAuditException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
