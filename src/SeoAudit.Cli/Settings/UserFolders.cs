namespace SeoAudit.Cli.Settings;

/// <summary>Where the tool keeps what is the user's.</summary>
internal static class UserFolders
{
    private const string Name = "seoaudit";

    public static string Configuration => Path.Combine(
        OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData)
            : FromEnvironment("XDG_CONFIG_HOME") ?? Path.Combine(Home, ".config"),
        Name);

    /// <summary>For journals of runs that are not complete.</summary>
    public static string State => Path.Combine(
        OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : FromEnvironment("XDG_STATE_HOME") ?? Path.Combine(Home, ".local", "state"),
        Name);

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>Makes a folder that only this user can look into.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // The specification has relative ones ignored.
    private static string? FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } path && Path.IsPathRooted(path) ? path : null;
}
