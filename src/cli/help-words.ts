// What --help says besides the options themselves, in both languages.

import type { Language } from "./language.js";

export interface HelpWords {
  readonly about: string;
  readonly version: string;
  readonly help: string;
  readonly helpCommand: readonly [usage: string, about: string];
  /** The line of use, with what stands after the command. */
  readonly usage: (command: string | undefined, given: string) => string;
  /** commander's own titles, and what stands for each. */
  readonly titles: ReadonlyMap<string, string>;
  readonly examples: string;
  /** Names of values in flags: «<kỳ>». */
  readonly values: ReadonlyMap<string, string>;
}

const EXAMPLES = `  khuyenhoc validate bai-nop
  khuyenhoc aggregate bai-nop --out tong-hop.xlsx
  khuyenhoc report quy bai-nop --period 2024-Q2 --out bao-cao-quy.xlsx
  khuyenhoc template --unit 44 --period 2025
  khuyenhoc units "Hướng Phùng"
  khuyenhoc aggregate --help`;

export const HELP_WORDS: Readonly<Record<Language, HelpWords>> = {
  vi: {
    about: "Tổng hợp báo cáo khuyến học: đọc bảng tính các nơi gửi về, kiểm tra, cộng dồn, ghi biểu tổng hợp.",
    version: "in số phiên bản",
    help: "in hướng dẫn này",
    helpCommand: ["help [lệnh]", "in hướng dẫn của một lệnh"],
    usage: (command, given) => `khuyenhoc ${command ?? "<lệnh>"} ${given === "" ? "" : `${given} `}[tùy chọn]`,
    titles: new Map([
      ["Usage:", "Cách dùng:"],
      ["Arguments:", "Đối số:"],
      ["Options:", "Tùy chọn:"],
      ["Commands:", "Các lệnh:"],
    ]),
    examples: `\nVí dụ:\n${EXAMPLES}`,
    values: new Map(),
  },
  en: {
    about: "Reports of the learning-promotion association: reads the spreadsheets sent in, checks them, adds them up.",
    version: "print the version",
    help: "print this help",
    helpCommand: ["help [command]", "print the help of a command"],
    usage: (command, given) => `khuyenhoc ${command ?? "<command>"} ${given === "" ? "" : `${given} `}[options]`,
    titles: new Map(),
    examples: `\nExamples:\n${EXAMPLES}`,
    values: new Map([
      ["<kỳ>", "<period>"],
      ["<ngày>", "<date>"],
      ["<mã>", "<code>"],
      ["<tệp>", "<file>"],
      ["<thư mục>", "<folder>"],
      ["<kiểu>", "<form>"],
      ["<mức>", "<severity>"],
      ["<tiếng>", "<language>"],
      ["<số>", "<number>"],
      ["<người>", "<person>"],
      ["<mã hoặc tên>", "<code or name>"],
      ["<tệp hoặc thư mục>", "<file or folder>"],
      ["<tệp hoặc thư mục...>", "<files or folders...>"],
    ]),
  },
};

/** The flags of an option with the name of its value in the language: «--period <period>». */
export function shownFlags(flags: string, { values }: HelpWords): string {
  return flags.replace(/<.*>/, (value) => values.get(value) ?? value);
}
