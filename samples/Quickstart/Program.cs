using Quickstart;

if (Arguments.AsksForHelp(args))
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

if (!Arguments.TryParse(args, out Arguments? arguments, out string? problem))
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first time it stops in order, the second time at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

try
{
    await using Stage stage = await Stage.SetAsync(arguments, stop.Token);
    return await Tour.RunAsync(stage, arguments, stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine(arguments.Journal is null ? "Stopped." : $"Stopped. Go on with: {ResumeCommand.From(args)}");
    return 130;
}
catch (Exception exception) when (exception is SeoAudit.Client.SeoAuditException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
