/** Shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * Each asks the program itself for the words. SHELL is set for that question alone: it decides
 * whether words come with their meaning (zsh, fish) or without (bash).
 */
const scripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `# solarcell completion for bash: solarcell completion bash >> ~/.bashrc
_solarcell()
{
    local IFS=$'\\n' word="\${COMP_WORDS[COMP_CWORD]}"
    COMPREPLY=($(compgen -W "$(env SHELL=bash ZSH_NAME= solarcell --get-yargs-completions "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)" -- "$word"))
}
complete -o bashdefault -o default -F _solarcell solarcell
`,
  zsh: `#compdef solarcell
# solarcell completion for zsh: solarcell completion zsh > "\${fpath[1]}/_solarcell"
_solarcell()
{
    local -a reply
    reply=("\${(@f)$(env SHELL=zsh solarcell --get-yargs-completions "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
    if [[ -n "\${reply[1]}" ]]; then
        _describe 'solarcell' reply
    else
        _files
    fi
}
if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then
    _solarcell "$@"
else
    compdef _solarcell solarcell
fi
`,
  fish: `# solarcell completion for fish: solarcell completion fish > ~/.config/fish/completions/solarcell.fish
complete -c solarcell -a '(env SHELL=fish ZSH_NAME= solarcell --get-yargs-completions (commandline -opc) (commandline -ct) 2>/dev/null)'
`,
};

/**
 * The script of a shell.
 *
 * @param shell asked for
 * @param login path of the shell that the user works in, where none is asked for
 */
export function completionScript(shell: string | undefined, login: string | undefined): string {
  const found =
    shells.find((name) => name === shell) ?? shells.find((name) => login?.endsWith(name)) ?? 'bash';
  return scripts[found];
}
