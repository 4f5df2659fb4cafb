using System.Globalization;
using SeoAudit.Client.Fuzz;
using SeoAudit.Client.Fuzz.Targets;

// Feeds every reader of the client with mutated input, and fails where anything but a documented exception comes out.
switch (args)
{
    case ["replay", var reader, var file]:
        FuzzTarget replayed = AllTargets.Create().Single(target => target.Name == reader);
        Console.WriteLine(await Attempt.DescribeAsync(replayed, await File.ReadAllBytesAsync(file)));
        return 0;
    case [var seconds, .. var rest] when double.TryParse(seconds, CultureInfo.InvariantCulture, out double total) && rest.Length <= 2:
        string only = rest.Length > 1 ? rest[1] : string.Empty;
        int seed = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : Random.Shared.Next();
        FuzzTarget[] targets = [.. AllTargets.Create().Where(target => target.Name.Contains(only, StringComparison.Ordinal))];
        return await FuzzSession.RunAsync(targets, seed, TimeSpan.FromSeconds(total)) ? 0 : 1;
    default:
        Console.Error.WriteLine("Usage: SECONDS [SEED [READER]] | replay READER FILE");
        return 2;
}
