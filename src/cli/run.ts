// One command line from words to exit code. The only place that catches.

import { Command, CommanderError } from "commander";
import { UsageError } from "../model/usage-error.js";
import { COMMAND_NAMES, COMMANDS, type CommandDeclaration, type CommandName } from "./command-table.js";
import { aggregateCommand } from "./commands/aggregate.js";
import { backupCommand } from "./commands/backup.js";
import { compareCommand } from "./commands/compare.js";
import { doctorCommand } from "./commands/doctor.js";
import { exportCommand } from "./commands/export.js";
import { fillCommand } from "./commands/fill.js";
import { formsCommand } from "./commands/forms.js";
import { initCommand } from "./commands/init.js";
import { reportCommand } from "./commands/report.js";
import { statusCommand } from "./commands/status.js";
import { templateCommand } from "./commands/template.js";
import { traceCommand } from "./commands/trace.js";
import { unitsCommand } from "./commands/units.js";
import { validateCommand } from "./commands/validate.js";
import { verifyCommand } from "./commands/verify.js";
import { translationInto } from "./declarations.js";
import type { Env } from "./env.js";
import { HELP_WORDS, shownFlags } from "./help-words.js";
import { type Language, languageAsked } from "./language.js";
import { askForLine } from "./menu.js";
import { type GivenOptions, OPTIONS } from "./options.js";
import { faultReport } from "./print/fault-report.js";
import { wrap } from "./print/wrap.js";
import { type Refusal, refuseLine } from "./refuse-line.js";
import { UnreadableFile } from "./unreadable-file.js";

/**
 * 0 nothing blocks · 1 blocking findings · 2 wrong usage or declarations · 3 an input could not be read or an output
 * not written · 70 fault of the program. Where several apply the highest wins.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

type CommandRun = (paths: readonly string[], options: GivenOptions, env: Env) => Promise<ExitCode>;

const RUNS: Readonly<Record<CommandName, CommandRun>> = {
  validate: validateCommand,
  aggregate: aggregateCommand,
  report: reportCommand,
  fill: fillCommand,
  template: templateCommand,
  units: unitsCommand,
  status: statusCommand,
  compare: compareCommand,
  trace: traceCommand,
  verify: verifyCommand,
  export: exportCommand,
  forms: formsCommand,
  init: initCommand,
  backup: backupCommand,
  doctor: doctorCommand,
};

/**
 * Runs `argv` (without node and script) and gives the exit code; prints through `env` alone. Without a word and at a
 * terminal the everyday jobs are offered.
 */
export async function run(argv: readonly string[], env: Env): Promise<ExitCode> {
  if (env.ask === undefined || !asksForNothing(argv)) return runLine(argv, env);
  const chosen = await askForLine(await translationInto(languageAsked(argv), env), env);
  return chosen === undefined ? 0 : runLine([...chosen, ...argv], env);
}

/** A line without a word, or with a language alone. */
function asksForNothing(argv: readonly string[]): boolean {
  return /^(--lang[ =](vi|en))?$/.test(argv.join(" "));
}

async function runLine(argv: readonly string[], env: Env): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const language = languageAsked(argv);
  const program = programFor(env, language, async (name, paths, options) => {
    exit = await RUNS[name](paths, options, env);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (fault) {
    return answer(fault, { program, argv, language, translate: await translationInto(language, env) }, env);
  }
}

type Start = (name: CommandName, paths: readonly string[], options: GivenOptions) => Promise<void>;

function programFor(env: Env, language: Language, start: Start): Command {
  const words = HELP_WORDS[language];
  const program = new Command("khuyenhoc")
    .description(words.about)
    .version(env.version, "-V, --version", words.version);
  dress(program, env, language);
  program.helpCommand(...words.helpCommand).addHelpText("after", words.examples);
  for (const name of COMMAND_NAMES) {
    const { alias, about, english = about, takes }: CommandDeclaration = COMMANDS[name];
    const command = program
      .command(name)
      .alias(alias)
      .description(language === "en" ? english : about);
    dress(command, env, language);
    command.helpCommand(false);
    if (takes !== undefined) command.argument(...argumentOf(takes, language));
    for (const option of OPTIONS) {
      if (!option.commands.includes(name)) continue;
      command.option(
        shownFlags(option.flags, words),
        language === "en" ? (option.english ?? option.about) : option.about,
      );
    }
    if (takes !== undefined) command.action((paths: string[], options: GivenOptions) => start(name, paths, options));
    else command.action((options: GivenOptions) => start(name, [], options));
  }
  return program;
}

/** A frame in the language for commander's own words; its errors are thrown, not printed, and worded in `answer`. */
function dress(command: Command, env: Env, language: Language): void {
  const { help, titles, usage } = HELP_WORDS[language];
  const [files] = argumentOf(COMMANDS.validate.takes, language);
  command
    .helpOption("-h, --help", help)
    .exitOverride()
    .configureHelp({
      helpWidth: env.columns,
      styleTitle: (title) => titles.get(title) ?? title,
      subcommandTerm: (shown) => [shown.name(), ...shown.aliases()].join(", "),
      commandUsage: (shown) => {
        if (shown.parent === null) return usage(undefined, files);
        const name = COMMAND_NAMES.find((one) => one === shown.name());
        const declared: CommandDeclaration | undefined = name === undefined ? undefined : COMMANDS[name];
        return usage(shown.name(), declared?.takes === undefined ? "" : argumentOf(declared.takes, language)[0]);
      },
    })
    .configureOutput({
      writeOut: (text) => env.print(text.trimEnd()),
      writeErr: () => undefined,
      getOutHelpWidth: () => env.columns,
    });
}

/** Name and meaning of what stands after a command. */
function argumentOf(
  { shape, about, english }: NonNullable<CommandDeclaration["takes"]>,
  language: Language,
): readonly [shape: string, about: string] {
  return language === "en" && english !== undefined ? english : [shape, about];
}

interface Answering {
  readonly program: Command;
  readonly argv: readonly string[];
  readonly language: Language;
  /** Into the language of the run. */
  readonly translate: (text: string) => string;
}

async function answer(fault: unknown, answering: Answering, env: Env): Promise<ExitCode> {
  if (fault instanceof CommanderError) return answerCommander(fault, answering, env);
  if (fault instanceof UsageError) {
    refuse({ message: fault.message, hint: fault.hint }, answering, env);
    return 2;
  }
  if (fault instanceof UnreadableFile) {
    const hint = "Đóng chương trình đang giữ tệp, hoặc xin quyền đọc, rồi chạy lại.";
    refuse({ message: `Không mở được «${fault.path}»: ${fault.reason}.`, hint }, answering, env);
    return 2;
  }
  const { version, machine } = env;
  const setting = { version, machine: `Node ${machine.node}, ${machine.system}`, argv: answering.argv };
  env.tell(`${answering.translate(OWN_FAULT)}\n\n${faultReport(fault, setting)}`);
  return 70;
}

const OWN_FAULT =
  "Chương trình gặp lỗi của chính nó, không phải do tệp của bạn. Không có gì bị ghi đè.\n→ Gửi đoạn dưới đây cho người phụ trách phần mềm; trong đó không có tên hay số liệu nào:";

/** Help and version that were asked for are no refusals; help that was not is what a line without a command gets. */
async function answerCommander(fault: CommanderError, answering: Answering, env: Env): Promise<ExitCode> {
  if (fault.exitCode === 0) return 0;
  if (fault.code === "commander.help") {
    env.tell(`${answering.translate("Chưa ghi lệnh nào.")}\n`);
    env.tell(`${answering.program.helpInformation().trimEnd()}\n${HELP_WORDS[answering.language].examples}`);
    return 2;
  }
  refuse(await refuseLine(fault, answering.language, env), answering, env);
  return 2;
}

/** A message may have lines of its own; each is kept. */
function refuse({ message, hint }: Refusal, { translate }: Answering, env: Env): void {
  for (const line of message.split("\n").map(translate)) {
    const indent = /^ */.exec(line)?.[0] ?? "";
    env.tell(wrap(line, env.columns, { first: indent, rest: `${indent}  ` }));
  }
  env.tell(wrap(translate(hint), env.columns, { first: "→ ", rest: "  " }));
}
