using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SeoAudit.Client.Tests.Docs;

public sealed class CodeBlockTests
{
    private const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using SeoAudit.Client;
        using SeoAudit.Client.AspNetCore;
        using SeoAudit.Client.MetricSpot;
        using SeoAudit.Client.Reporting;
        using SeoAudit.Client.Seogent;
        using SeoAudit.Client.SeoPeek;
        using SeoAudit.Emulator;
        """;

    // What an app has at hand where the text of the documentation stands.
    private static readonly (string Name, string Declaration)[] Surroundings =
    [
        ("builder", "HostApplicationBuilder builder = null!;"),
        ("seo", "ISeoAuditClient seo = null!;"),
        ("jobs", "IBulkAuditJobs jobs = null!;"),
        ("job", "BulkAuditJob job = null!;"),
        ("app", "WebApplication app = null!;"),
        ("cancellationToken", "CancellationToken cancellationToken = default;"),
    ];

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(File.Exists)
            .Select(static file => MetadataReference.CreateFromFile(file))];

    public static TheoryData<string, int> Blocks => [.. CodeBlock.All().Select(block => (block.File, block.Line))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_compiles(string file, int line)
    {
        CodeBlock block = CodeBlock.All().Single(block => block.File == file && block.Line == line);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "block",
            [CSharpSyntaxTree.ParseText(Program(block.Code), cancellationToken: TestContext.Current.CancellationToken)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        string[] faults =
            [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "CS8602")
                .Select(static diagnostic => diagnostic.ToString())];

        Assert.True(faults.Length == 0, $"{file}:{line}{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
    }

    private static string Program(string code)
    {
        IEnumerable<string> surroundings = Surroundings
            .Where(variable => code.Contains(variable.Name, StringComparison.Ordinal) && !Declares(code, variable.Name))
            .Select(static variable => variable.Declaration);
        string start = $"{Usings}\n{string.Join('\n', surroundings)}\n";
        const string Statement = "await Task.CompletedTask;\n";
        // Statements come before types.
        return DeclaresType(code) ? $"{start}{Statement}{code}" : $"{start}{code}\n{Statement}";
    }

    private static bool DeclaresType(string code) => CSharpSyntaxTree.ParseText(code)
        .GetRoot()
        .ChildNodes()
        .Any(static node => node is Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax);

    private static bool Declares(string code, string name) => CSharpSyntaxTree.ParseText(code)
        .GetRoot()
        .DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken)
            && token.Text == name
            && token.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax
                or Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax);
}
