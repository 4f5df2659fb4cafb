using SeoAudit.Cli.CommandLine;

return await Tool.RunAsync(args);
