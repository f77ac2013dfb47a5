// What is said of a command line that cannot be run: which word is wrong, what was probably meant, what to type.

import type { CommanderError } from "commander";
import { looseText } from "../model/text.js";
import { COMMANDS } from "./command-table.js";
import type { Env } from "./env.js";
import type { Language } from "./language.js";
import { OPTIONS } from "./options.js";

/** What is wrong and what to do about it. */
export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

const SEE_HELP = "Gõ khuyenhoc --help để xem cách dùng.";

/** Commander's refusals in Vietnamese, by their codes. What it says itself never reaches the user. */
export async function refuseLine(fault: CommanderError, language: Language, env: Env): Promise<Refusal> {
  const subject = /'([^']+)'/.exec(fault.message)?.[1] ?? "";
  const nearest = /\(Did you mean (?:one of )?([^,?]+)/.exec(fault.message)?.[1];
  switch (fault.code) {
    case "commander.unknownCommand":
      return refuseCommand(subject, nearest, env);
    case "commander.unknownOption":
      return { message: `Không có tùy chọn ${subject}${usedBy(subject)}.`, hint: meant(nearest) };
    case "commander.missingArgument":
      return {
        message: "Chưa ghi tệp hoặc thư mục nào.",
        hint: "Ghi ngay sau tên lệnh, ví dụ: khuyenhoc validate bai-nop",
      };
    case "commander.excessArguments":
      return { message: "Lệnh này chỉ nhận các tùy chọn bắt đầu bằng --.", hint: SEE_HELP };
    case "commander.optionMissingArgument":
      return { message: `Tùy chọn ${subject} còn thiếu giá trị.`, hint: aboutOption(subject, language) };
    default:
      return { message: `Dòng lệnh chưa đúng${subject === "" ? "" : `: ${subject}`}.`, hint: SEE_HELP };
  }
}

/** A word that is no command: a slip of the pen, a command with its marks, or a path without a command before it. */
async function refuseCommand(word: string, nearest: string | undefined, env: Env): Promise<Refusal> {
  const names = Object.entries(COMMANDS).flatMap(([name, { alias }]) => [name, alias]);
  const marked = names.find((name) => looseText(name) === looseText(word));
  const suggested = marked ?? nearest;
  if (suggested !== undefined) return { message: `Không có lệnh «${word}».`, hint: meant(suggested) };
  if ((await env.find(word)).kind === "missing") return { message: `Không có lệnh «${word}».`, hint: SEE_HELP };
  return {
    message: `Thiếu tên lệnh trước «${word}».`,
    hint: "Gõ khuyenhoc validate rồi đến tên ấy để kiểm tra, hoặc khuyenhoc aggregate để cộng dồn.",
  };
}

function meant(word: string | undefined): string {
  return word === undefined ? SEE_HELP : `Có phải bạn muốn gõ ${word}? ${SEE_HELP}`;
}

/** «(chỉ dùng với aggregate)» where the option belongs to another command. */
function usedBy(flag: string): string {
  const option = OPTIONS.find((one) => one.flags.split(" ")[0] === flag);
  return option === undefined ? "" : ` ở lệnh này (chỉ dùng với ${option.commands.join(", ")})`;
}

/** What the option is for, said in the language of the run already. */
function aboutOption(flags: string, language: Language): string {
  const option = OPTIONS.find((one) => one.flags === flags);
  if (option === undefined) return SEE_HELP;
  return `Cần ghi ${language === "en" ? (option.english ?? option.about) : option.about}.`;
}
