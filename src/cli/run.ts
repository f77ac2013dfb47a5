// One command line from words to exit code. The only place that catches.

import { Command, CommanderError } from "commander";
import { UsageError } from "../model/usage-error.js";
import { aggregateCommand } from "./commands/aggregate.js";
import { validateCommand } from "./commands/validate.js";
import type { Env } from "./env.js";
import { COMMANDS, type CommandName, type GivenOptions, OPTIONS } from "./options.js";

/**
 * 0 nothing blocks · 1 blocking findings · 2 wrong usage or declarations · 3 an input could not be read or an output
 * not written · 70 fault of the program. Where several apply the highest wins.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

type CommandRun = (paths: readonly string[], options: GivenOptions, env: Env) => Promise<ExitCode>;

const RUNS: Readonly<Record<CommandName, CommandRun>> = { validate: validateCommand, aggregate: aggregateCommand };

/** Runs `argv` (without node and script) and gives the exit code; prints through `env` alone. */
export async function run(argv: readonly string[], env: Env): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = programFor(env, async (name, paths, options) => {
    exit = await RUNS[name](paths, options, env);
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exit;
  } catch (fault) {
    return answer(fault, env);
  }
}

type Start = (name: CommandName, paths: readonly string[], options: GivenOptions) => Promise<void>;

function programFor(env: Env, start: Start): Command {
  const program = new Command("khuyenhoc")
    .description("Tổng hợp báo cáo khuyến học: đọc bảng tính các nơi gửi về, kiểm tra, cộng dồn, ghi biểu tổng hợp.")
    .version(env.version, "-V, --version", "in số phiên bản");
  dress(program, env);
  for (const name of commandNames()) {
    const { alias, about } = COMMANDS[name];
    const command = program.command(name).alias(alias).description(about);
    dress(command, env);
    command.argument("<tệp hoặc thư mục...>", "các tệp .xlsx, hoặc thư mục chứa chúng");
    for (const option of OPTIONS) {
      if (option.commands.includes(name)) command.option(option.flags, option.about);
    }
    command.action((paths: string[], options: GivenOptions) => start(name, paths, options));
  }
  return program;
}

/** Vietnamese frame for commander's own words; its errors are thrown, not printed, and worded in `answer`. */
function dress(command: Command, env: Env): void {
  command
    .helpOption("-h, --help", "in hướng dẫn này")
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      helpWidth: env.columns,
      styleTitle: (title) => TITLES.get(title) ?? title,
      commandUsage: (shown) =>
        `khuyenhoc ${shown.parent === null ? "<lệnh>" : `${shown.name()} <tệp hoặc thư mục...>`} [tùy chọn]`,
    })
    .configureOutput({
      writeOut: (text) => env.print(text.trimEnd()),
      writeErr: () => undefined,
      getOutHelpWidth: () => env.columns,
    });
}

const TITLES = new Map([
  ["Usage:", "Cách dùng:"],
  ["Arguments:", "Đối số:"],
  ["Options:", "Tùy chọn:"],
  ["Commands:", "Các lệnh:"],
]);

function commandNames(): readonly CommandName[] {
  return ["validate", "aggregate"];
}

function answer(fault: unknown, env: Env): ExitCode {
  if (fault instanceof CommanderError) return answerCommander(fault, env);
  if (fault instanceof UsageError) {
    env.tell(`${fault.message}\n→ ${fault.hint}`);
    return 2;
  }
  const trace = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  env.tell(
    `Chương trình gặp lỗi của chính nó, không phải do tệp của bạn. Không có gì bị ghi đè.\n→ Gửi đoạn dưới đây cho người phụ trách phần mềm:\n\nkhuyenhoc ${env.version}\n${trace}`,
  );
  return 70;
}

/** Commander's refusals, in Vietnamese by their codes; help and version are no refusals. */
function answerCommander(fault: CommanderError, env: Env): ExitCode {
  if (fault.exitCode === 0) return 0;
  const subject = /'([^']+)'/.exec(fault.message)?.[1] ?? "";
  const reason =
    COMMANDER_REASONS.get(fault.code)?.replace("{}", subject) ?? `Dòng lệnh chưa đúng: ${subject || fault.code}.`;
  if (fault.code === "commander.help") env.tell("Chưa có lệnh nào.");
  else env.tell(reason);
  env.tell("→ Gõ khuyenhoc --help để xem cách dùng.");
  return 2;
}

const COMMANDER_REASONS = new Map([
  ["commander.unknownOption", "Không có tùy chọn {}."],
  ["commander.unknownCommand", "Không có lệnh «{}»."],
  ["commander.missingArgument", "Chưa ghi tệp hoặc thư mục nào."],
  ["commander.optionMissingArgument", "Tùy chọn {} còn thiếu giá trị."],
]);
