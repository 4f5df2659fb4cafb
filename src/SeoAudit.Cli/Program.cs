using System.CommandLine;

return await new RootCommand("Audits pages, sitemaps and sites.").Parse(args).InvokeAsync();
