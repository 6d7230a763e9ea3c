"""`enregard completion`: what makes a shell complete the words of the command line."""

import click

from articles.wording import _
from tui.cli.helping import with_examples

_BASH = r"""
_enregard_completion() {
    local response line
    local -a files
    response=$(IFS=$'\n'; env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
        _ENREGARD_COMPLETE=bash_complete "$1" 2>/dev/null)
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            plain,*) COMPREPLY+=("${line#*,}") ;;
            file,*)
                compopt -o filenames
                mapfile -t files < <(compgen -f -- "${line#*,}" | sort)
                COMPREPLY+=("${files[@]}")
                ;;
        esac
    done <<< "$response"
}

complete -o nosort -F _enregard_completion enregard
"""

_ZSH = r"""#compdef enregard

_enregard_completion() {
    local type value words_for_it
    local -a response plain described
    (( $+commands[enregard] )) || return 1
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) \
        _ENREGARD_COMPLETE=zsh_complete enregard 2>/dev/null)}")
    for type value words_for_it in "${response[@]}"; do
        case $type in
            file) _path_files -f ;;
            plain)
                if [[ $words_for_it == _ ]]; then
                    plain+=("$value")
                else
                    described+=("$value:$words_for_it")
                fi
                ;;
        esac
    done
    (( $#described )) && _describe -V unsorted described -U
    (( $#plain )) && compadd -U -V unsorted -a plain
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _enregard_completion "$@"
else
    compdef _enregard_completion enregard
fi
"""

_FISH = r"""
function _enregard_completion
    set -l response (env _ENREGARD_COMPLETE=fish_complete COMP_WORDS=(commandline -cp) \
        COMP_CWORD=(commandline -t) enregard 2>/dev/null)
    for completion in $response
        set -l parts (string split -m 1 , -- $completion)
        switch $parts[1]
            case file
                __fish_complete_path $parts[2]
            case plain
                echo $parts[2]
        end
    end
end

complete --no-files --command enregard --arguments "(_enregard_completion)"
"""

_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""What each shell asks Click, which knows these questions, and makes of its answer."""


@click.command(
    short_help=_("Make a shell complete what is typed."),
    help=with_examples(
        _("Print what makes a shell complete commands, options and names."),
        'eval "$(enregard completion bash)"    # ' + _("in {file}").format(file="~/.bashrc"),
        'eval "$(enregard completion zsh)"     # ' + _("in {file}").format(file="~/.zshrc"),
        "enregard completion fish > ~/.config/fish/completions/enregard.fish",
    ),
)
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(list(_SCRIPTS)))
def completion(shell: str) -> None:
    """Print the script for a shell."""
    click.echo(_SCRIPTS[shell].lstrip("\n"), nl=False)
