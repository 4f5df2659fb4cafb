namespace SeoAudit.Client.Caching;

/// <summary>The run that had an audit made broke off by itself, which says nothing about the audit: others who wait try for themselves.</summary>
internal sealed class RunFaultException(Exception fault) : Exception(fault.Message, fault);
