// What a shell needs to complete commands and options, made from the tables that the program itself reads.

import { UsageError } from "../../model/usage-error.js";
import { COMMAND_NAMES, COMMANDS } from "../command-table.js";
import { OPTIONS } from "../options.js";

/** The script for a shell. @throws UsageError `completion` for a shell that is not known */
export function completionFor(shell: string): string {
  const script = SCRIPTS.get(shell.toLowerCase());
  if (script !== undefined) return script();
  const known = [...SCRIPTS.keys()].join(", ");
  throw new UsageError("completion", `Chưa có gợi ý lệnh cho «${shell}».`, `Ghi một trong: ${known}.`);
}

const SCRIPTS: ReadonlyMap<string, () => string> = new Map([
  ["bash", bash],
  ["zsh", zsh],
  ["powershell", powershell],
]);

interface Completed {
  /** English name and Vietnamese alias. */
  readonly names: readonly string[];
  readonly about: string;
  readonly options: readonly { readonly flag: string; readonly about: string }[];
}

function completed(): readonly Completed[] {
  return COMMAND_NAMES.map((name) => ({
    names: [name, COMMANDS[name].alias],
    about: COMMANDS[name].about,
    options: OPTIONS.filter(({ commands }) => commands.includes(name)).map(({ flags, about }) => ({
      flag: flags.split(" ")[0] ?? flags,
      about,
    })),
  }));
}

function bash(): string {
  const cases = completed().map(
    ({ names, options }) => `    ${names.join("|")}) words="${options.map(({ flag }) => flag).join(" ")}" ;;`,
  );
  return `# Ghi vào cuối tệp ~/.bashrc:  eval "$(khuyenhoc doctor --completion bash)"
_khuyenhoc() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${completed()
      .flatMap(({ names }) => names)
      .join(" ")}"
  else
    case \${COMP_WORDS[1]} in
${cases.join("\n")}
    esac
  fi
  if [ "$COMP_CWORD" -gt 1 ] && [[ $word != -* ]]; then words=""; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -o bashdefault -F _khuyenhoc khuyenhoc`;
}

function zsh(): string {
  const described = (name: string, about: string): string =>
    `'${name}:${about.replaceAll("'", "’").replaceAll(":", "\\:")}'`;
  const cases = completed().map(({ names, options }) => {
    const flags = options.map(({ flag, about }) => described(flag, about)).join(" ");
    return `    ${names.join("|")}) offers=(${flags}) ;;`;
  });
  const commands = completed().flatMap(({ names, about }) => names.map((name) => described(name, about)));
  return `# Ghi vào cuối tệp ~/.zshrc, sau compinit:  eval "$(khuyenhoc doctor --completion zsh)"
_khuyenhoc() {
  local -a offers
  if (( CURRENT == 2 )); then
    offers=(${commands.join(" ")})
    _describe 'lệnh' offers
    return
  fi
  case $words[2] in
${cases.join("\n")}
  esac
  if [[ $PREFIX == -* ]]; then _describe 'tùy chọn' offers; else _files; fi
}
compdef _khuyenhoc khuyenhoc`;
}

function powershell(): string {
  const rows = completed().flatMap(({ names, options }) =>
    names.map((name) => `    '${name}' = @(${options.map(({ flag }) => `'${flag}'`).join(", ")})`),
  );
  return `# Ghi vào tệp $PROFILE:  khuyenhoc doctor --completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName khuyenhoc -ScriptBlock {
  param($word, $line, $cursor)
  $options = @{
${rows.join("\n")}
  }
  $typed = @($line.CommandElements | ForEach-Object { $_.ToString() })
  $first = $typed.Count -lt 2 -or ($typed.Count -eq 2 -and $word -ne '')
  $words = if ($first) { $options.Keys | Sort-Object } elseif ($word -like '-*') { $options[$typed[1]] } else { @() }
  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}`;
}
