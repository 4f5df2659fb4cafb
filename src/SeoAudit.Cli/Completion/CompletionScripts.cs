namespace SeoAudit.Cli.Completion;

/// <summary>Scripts that ask the tool itself what may come next, through the <c>[suggest]</c> directive.</summary>
internal static class CompletionScripts
{
    private const string Bash =
        """
        # In ~/.bashrc: eval "$(seoaudit completion bash)"
        _seoaudit() {
          local word line
          word="${COMP_WORDS[COMP_CWORD]}"
          COMPREPLY=()
          while IFS= read -r line; do
            [[ "$line" == "$word"* ]] && COMPREPLY+=("$line")
          done < <("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
        }
        complete -o default -F _seoaudit seoaudit

        """;

    private const string Zsh =
        """
        # In ~/.zshrc, after compinit: eval "$(seoaudit completion zsh)"
        _seoaudit() {
          local -a suggestions
          suggestions=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a suggestions || _files
        }
        compdef _seoaudit seoaudit

        """;

    private const string Fish =
        """
        # In ~/.config/fish/config.fish: seoaudit completion fish | source
        function __seoaudit_suggest
          seoaudit "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null
        end
        complete -c seoaudit -a '(__seoaudit_suggest)'

        """;

    private const string PowerShell =
        """
        # In $PROFILE: seoaudit completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName seoaudit -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)
          seoaudit "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;

    public static readonly IReadOnlyDictionary<string, string> ByShell = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };
}
