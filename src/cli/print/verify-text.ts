// What verify found: the output, its figures, its inputs, the declarations, one line each and the faults below them.

import { vietnameseDate } from "../../model/iso-date.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { dayInVietnam } from "../../model/vietnam-time.js";
import type { ChangedCell } from "../../trace/compare-cells.js";
import type { ManifestHead } from "../../trace/manifest.js";
import type { Deviation } from "../../trace/recompute.js";
import type { FoundAgain } from "../find-again.js";
import type { Say } from "../language.js";
import type { GivenOptions } from "../options.js";
import { wrap } from "./wrap.js";

const FEW = 10;
const SCHEMA_VERSION = 1;
const OWN_DECLARATIONS = "Nếu lúc tổng hợp có dùng --config thì đối chiếu lại với đúng tùy chọn ấy.";

export interface Verified {
  readonly path: string;
  readonly head: ManifestHead;
  /** True where the output is, byte for byte, what was written. */
  readonly isUntouched: boolean;
  /** Figures that no longer show what was written. */
  readonly changed: readonly ChangedCell[];
  /** How many figures the output shows. */
  readonly figures: number;
  /** Figures of the manifest that do not follow from their parts. */
  readonly deviating: readonly Deviation[];
  readonly files: readonly FoundAgain[];
  readonly isSameDeclarations: boolean;
  readonly isSameRegister: boolean;
}

/** The findings for a person. */
export function verifyText(
  verified: Verified,
  { all, config }: GivenOptions,
  { columns, say }: { readonly columns: number; readonly say: Say },
): string {
  const { path, head, changed, deviating, files } = verified;
  const broken = files.filter(({ state }) => state !== "intact");
  const isSame = verified.isSameDeclarations && verified.isSameRegister;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [outputLine(verified), changed.map((one) => changedText(one, say))],
    [figuresLine(verified), deviating.map((one) => deviatingText(one, say))],
    [filesLine(files, broken), broken.map((one) => brokenText(one, say))],
    [declarationsLine(verified), isSame || config !== undefined ? [] : [say(OWN_DECLARATIONS)]],
  ];
  const lines = sections.flatMap(([said, items]) => {
    const some = all === true ? items : items.slice(0, FEW);
    const rest = items.length - some.length;
    const tail = rest > 0 ? [say(`và ${vietnameseNumber(rest)} mục khác (thêm --all để xem hết)`)] : [];
    return [
      wrap(say(said), columns, { first: "  ", rest: "    " }),
      ...[...some, ...tail].map((item) => wrap(item, columns, { first: "    ", rest: "      " })),
    ];
  });
  const day = dayInVietnam(head.created);
  const made = say(
    `Lập ngày ${day === undefined ? head.created : vietnameseDate(day)} bằng khuyenhoc ${head.version}.`,
  );
  return [path, `  ${made}`, ...lines].join("\n");
}

/** The findings for another program; fields are added, never changed. */
export function verifyJson({ head, ...verified }: Verified): string {
  const files = verified.files.map(({ file, state }) => ({ ...file, state }));
  return JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...verified, output: head.output, files }, null, 2);
}

function outputLine({ isUntouched, changed, figures }: Verified): string {
  if (isUntouched) return `Tệp kết quả: còn nguyên như lúc ghi, ${vietnameseNumber(figures)} ô số liệu.`;
  if (changed.length === 0) return "Tệp kết quả: đã được lưu lại, nhưng mọi ô số liệu vẫn như lúc ghi.";
  return `Tệp kết quả: ĐÃ BỊ SỬA ${vietnameseNumber(changed.length)} ô số liệu:`;
}

function figuresLine({ deviating }: Verified): string {
  return deviating.length === 0
    ? "Số liệu: tính lại từ các phần và từ các ô đã đọc, tất cả đều khớp."
    : `Số liệu: ${vietnameseNumber(deviating.length)} số KHÔNG khớp với các phần của nó:`;
}

function filesLine(files: readonly FoundAgain[], broken: readonly FoundAgain[]): string {
  const intact = vietnameseNumber(files.length - broken.length);
  return `Tệp nguồn: ${intact}/${vietnameseNumber(files.length)} còn nguyên${broken.length === 0 ? "." : ":"}`;
}

function declarationsLine({ isSameDeclarations, isSameRegister }: Verified): string {
  const said = (name: string, isSame: boolean) => `${name} ${isSame ? "như" : "đã khác"} lúc tổng hợp`;
  return `${said("Khai báo", isSameDeclarations)}; ${said("danh mục đơn vị", isSameRegister)}.`;
}

function changedText({ sheet, cell, written, text, now }: ChangedCell, say: Say): string {
  const number = typeof written === "number" ? vietnameseNumber(written, 9) : "không có số";
  const was = text === undefined ? number : `«${text}»`;
  return `${sheet} › ${cell}: ${say(`lúc ghi ${was}, nay ${now === "" ? "trống" : now}`)}`;
}

function deviatingText({ unit, indicator, stored, recomputed }: Deviation, say: Say): string {
  const shown = (value: unknown) => (typeof value === "number" ? vietnameseNumber(value, 9) : "không có số");
  return `${unit}, ${indicator}: ${say(`ghi ${shown(stored)}, tính lại ${shown(recomputed)}`)}`;
}

const STATES: Readonly<Record<FoundAgain["state"], string>> = {
  intact: "còn nguyên",
  changed: "nội dung đã đổi từ khi tổng hợp",
  gone: "không thấy ở nơi đã đọc",
  unreadable: "không mở được",
};

function brokenText({ file, state }: FoundAgain, say: Say): string {
  return `${file.path}: ${say(STATES[state])}`;
}
