using System.Globalization;
using BulkAuditApi.Load;

// Loads the bulk audit API with clients that ask again as soon as they have an answer, and says what it bears.
if (args is not [var app, var seconds, var soakSeconds])
{
    Console.Error.WriteLine("Usage: PATH-OF-BulkAuditApi.dll SECONDS SOAK-SECONDS");
    return 2;
}

TimeSpan each = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
TimeSpan soak = TimeSpan.FromSeconds(int.Parse(soakSeconds, CultureInfo.InvariantCulture));
await using LoadedApp loaded = await LoadedApp.StartAsync(app);
await loaded.RunAsync("warm-up", clients: 64, Work.Fresh, each);
var isGood = true;
foreach ((int clients, Work work) in new[] { (64, Work.Fresh), (512, Work.Fresh), (64, Work.Cached), (512, Work.Cached), (8, Work.Jobs), (64, Work.Jobs) })
{
    isGood &= await loaded.RunAsync($"{clients} clients, {work}", clients, work, each);
}

if (soak > TimeSpan.Zero)
{
    isGood &= await loaded.RunAsync("soak, 64 clients", clients: 64, Work.Fresh, soak);
    isGood &= await loaded.RunAsync("after it, 64 clients", clients: 64, Work.Fresh, each);
}

return isGood ? 0 : 1;
