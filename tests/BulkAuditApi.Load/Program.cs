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
foreach ((int clients, Work work) in new[] { (64, Work.Fresh), (512, Work.Fresh), (64, Work.Cached), (512, Work.Cached) })
{
    isGood &= await loaded.RunAsync($"{clients} clients, {work}", clients, work, each);
}

if (soak > TimeSpan.Zero)
{
    // Cache and ledger of the emulator fill in the first half; in the second, memory must stay.
    isGood &= await loaded.RunAsync("first half of the soak, 64 clients", clients: 64, Work.Fresh, soak / 2);
    isGood &= await loaded.RunAsync("second half of the soak, 64 clients", clients: 64, Work.Fresh, soak / 2);
}

// Last, for in memory a job stays for a week.
isGood &= await loaded.RunAsync("8 clients, Jobs", clients: 8, Work.Jobs, each);
isGood &= await loaded.RunAsync("64 clients, Jobs", clients: 64, Work.Jobs, each);
return isGood ? 0 : 1;
