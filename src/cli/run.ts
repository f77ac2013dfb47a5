// One command line from words to exit code. The only place that catches.

import { Command, CommanderError } from "commander";
import { UsageError } from "../model/usage-error.js";
import { aggregateCommand } from "./commands/aggregate.js";
import { compareCommand } from "./commands/compare.js";
import { exportCommand } from "./commands/export.js";
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
import { languageAsked } from "./language.js";
import { askForLine } from "./menu.js";
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandDeclaration,
  type CommandName,
  type GivenOptions,
  OPTIONS,
} from "./options.js";
import { wrap } from "./print/wrap.js";
import { type Refusal, refuseLine } from "./refuse-line.js";

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
  template: templateCommand,
  units: unitsCommand,
  status: statusCommand,
  compare: compareCommand,
  trace: traceCommand,
  verify: verifyCommand,
  export: exportCommand,
  forms: formsCommand,
  init: initCommand,
};

/**
 * Runs `argv` (without node and script) and gives the exit code; prints through `env` alone. Without a word and at a
 * terminal the everyday jobs are offered.
 */
export async function run(argv: readonly string[], env: Env): Promise<ExitCode> {
  if (argv.length > 0 || env.ask === undefined) return runLine(argv, env);
  const chosen = await askForLine(env);
  return chosen === undefined ? 0 : runLine(chosen, env);
}

async function runLine(argv: readonly string[], env: Env): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = programFor(env, async (name, paths, options) => {
    exit = await RUNS[name](paths, options, env);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (fault) {
    return answer(fault, { program, translate: await translationInto(languageAsked(argv), env) }, env);
  }
}

type Start = (name: CommandName, paths: readonly string[], options: GivenOptions) => Promise<void>;

function programFor(env: Env, start: Start): Command {
  const program = new Command("khuyenhoc")
    .description("Tổng hợp báo cáo khuyến học: đọc bảng tính các nơi gửi về, kiểm tra, cộng dồn, ghi biểu tổng hợp.")
    .version(env.version, "-V, --version", "in số phiên bản");
  dress(program, env);
  program.helpCommand("help [lệnh]", "in hướng dẫn của một lệnh").addHelpText("after", EXAMPLES);
  for (const name of COMMAND_NAMES) {
    const { alias, about, takes }: CommandDeclaration = COMMANDS[name];
    const command = program.command(name).alias(alias).description(about);
    dress(command, env);
    command.helpCommand(false);
    if (takes !== undefined) command.argument(takes.shape, takes.about);
    for (const option of OPTIONS) {
      if (option.commands.includes(name)) command.option(option.flags, option.about);
    }
    if (takes !== undefined) command.action((paths: string[], options: GivenOptions) => start(name, paths, options));
    else command.action((options: GivenOptions) => start(name, [], options));
  }
  return program;
}

/** Vietnamese frame for commander's own words; its errors are thrown, not printed, and worded in `answer`. */
function dress(command: Command, env: Env): void {
  command
    .helpOption("-h, --help", "in hướng dẫn này")
    .exitOverride()
    .configureHelp({
      helpWidth: env.columns,
      styleTitle: (title) => TITLES.get(title) ?? title,
      subcommandTerm: (shown) => [shown.name(), ...shown.aliases()].join(", "),
      commandUsage: (shown) => {
        const taken = shown.parent === null ? COMMANDS.validate.takes.shape : takenBy(shown);
        return `khuyenhoc ${shown.parent === null ? "<lệnh>" : shown.name()} ${taken}${taken === "" ? "" : " "}[tùy chọn]`;
      },
    })
    .configureOutput({
      writeOut: (text) => env.print(text.trimEnd()),
      writeErr: () => undefined,
      getOutHelpWidth: () => env.columns,
    });
}

function takenBy(command: Command): string {
  const name = COMMAND_NAMES.find((one) => one === command.name());
  const declared: CommandDeclaration | undefined = name === undefined ? undefined : COMMANDS[name];
  return declared?.takes?.shape ?? "";
}

const TITLES = new Map([
  ["Usage:", "Cách dùng:"],
  ["Arguments:", "Đối số:"],
  ["Options:", "Tùy chọn:"],
  ["Commands:", "Các lệnh:"],
]);

const EXAMPLES = `
Ví dụ:
  khuyenhoc validate bai-nop
  khuyenhoc aggregate bai-nop --out tong-hop.xlsx
  khuyenhoc report quy bai-nop --period 2024-Q2 --out bao-cao-quy.xlsx
  khuyenhoc template --unit 44 --period 2025
  khuyenhoc units "Hướng Phùng"
  khuyenhoc aggregate --help`;

interface Answering {
  readonly program: Command;
  /** Into the language of the run. */
  readonly translate: (text: string) => string;
}

async function answer(fault: unknown, answering: Answering, env: Env): Promise<ExitCode> {
  if (fault instanceof CommanderError) return answerCommander(fault, answering, env);
  if (fault instanceof UsageError) {
    refuse({ message: fault.message, hint: fault.hint }, answering, env);
    return 2;
  }
  const trace = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  env.tell(`${answering.translate(OWN_FAULT)}\n\nkhuyenhoc ${env.version}\n${trace}`);
  return 70;
}

const OWN_FAULT =
  "Chương trình gặp lỗi của chính nó, không phải do tệp của bạn. Không có gì bị ghi đè.\n→ Gửi đoạn dưới đây cho người phụ trách phần mềm:";

/** Help and version that were asked for are no refusals; help that was not is what a line without a command gets. */
async function answerCommander(fault: CommanderError, answering: Answering, env: Env): Promise<ExitCode> {
  if (fault.exitCode === 0) return 0;
  if (fault.code === "commander.help") {
    env.tell(`${answering.translate("Chưa ghi lệnh nào.")}\n`);
    env.tell(`${answering.program.helpInformation().trimEnd()}\n${EXAMPLES}`);
    return 2;
  }
  refuse(await refuseLine(fault, env), answering, env);
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
