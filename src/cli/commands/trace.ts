// trace (truy-nguon): a cell of an output → what it was made from, down to the cells of the files as they were typed.

import { addressText, parseAddress } from "../../model/cell-address.js";
import { shortList } from "../../model/number-text.js";
import { sameText } from "../../model/text.js";
import { UsageError } from "../../model/usage-error.js";
import { outputCells } from "../../pipeline/read-report.js";
import { isShownStill } from "../../trace/compare-cells.js";
import type { Manifest } from "../../trace/open-manifest.js";
import { traceCell } from "../../trace/trace-cell.js";
import { translationInto } from "../declarations.js";
import type { Env } from "../env.js";
import { languageOf } from "../language.js";
import { openOutput } from "../open-output.js";
import type { GivenOptions } from "../options.js";
import { traceJson } from "../print/trace-json.js";
import { traceText } from "../print/trace-text.js";
import { wrap } from "../print/wrap.js";
import type { ExitCode } from "../run.js";
import { allLinks, traceDown } from "../trace-down.js";

const EXAMPLE = 'Ví dụ: khuyenhoc trace tong-hop.xlsx "02 Quỹ!F12"';

/** Exit 1 where a file the figure rests on is gone or changed, or the cell no longer shows what was written; else 0. */
export async function traceCommand(words: readonly string[], options: GivenOptions, env: Env): Promise<ExitCode> {
  const [path = "", place, ...others] = words;
  if (place === undefined || others.length > 0) {
    throw new UsageError("trace-place", "Cần ghi đúng hai mục: tệp tổng hợp, rồi trang và ô.", EXAMPLE);
  }
  const say = await translationInto(languageOf(options.lang), env);
  const output = await openOutput(path, env);
  const { sheet, cell } = placeIn(output.manifest, place);
  const total = traceCell(output.manifest, sheet, cell);
  if (total === undefined) {
    throw new UsageError(
      "trace-cell",
      `Ô ${cell} của trang «${sheet}» không phải ô số liệu.`,
      "Chọn một ô có con số của chỉ tiêu; ô chữ, số thứ tự và ô trống không có nguồn để truy.",
    );
  }
  const traced = await traceDown(total, { manifest: output.manifest, output: path }, env);
  if (options.json === true) env.print(traceJson({ output: path, sheet, cell }, traced));
  else
    env.print(
      traceText(`${path} › ${sheet} › ${cell}`, traced, { columns: env.columns, isWhole: options.all === true, say }),
    );
  const isSame = output.isUntouched || isShownStill(outputCells(output.bytes, path), { sheet, cell }, output.manifest);
  if (!isSame) {
    env.tell(
      `\n${wrap(say(`Ô ${cell} nay không còn như lúc ghi: tệp tổng hợp đã bị sửa. Số ở trên là số lúc ghi.`), env.columns)}`,
    );
  }
  return isSame && allLinks(traced).every(({ state }) => state === "intact") ? 0 : 1;
}

/** «02 Quỹ!F12», «'02 Quỹ'!$F$12» → the sheet as it is called and the cell. @throws UsageError `trace-place` */
function placeIn({ cells }: Manifest, place: string): { readonly sheet: string; readonly cell: string } {
  const mark = place.lastIndexOf("!");
  const address = parseAddress(place.slice(mark + 1).trim());
  const named = place
    .slice(0, Math.max(0, mark))
    .trim()
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  if (mark < 0 || address === undefined) {
    throw new UsageError("trace-place", `Không hiểu ô «${place}».`, `Ghi tên trang, dấu chấm than, rồi ô. ${EXAMPLE}`);
  }
  const sheets = Object.keys(cells);
  const sheet = sheets.find((name) => sameText(name) === sameText(named));
  if (sheet !== undefined) return { sheet, cell: addressText(address) };
  throw new UsageError(
    "trace-place",
    `Không có trang số liệu «${named}» trong tệp này.`,
    `Các trang: ${shortList(sheets, "trang")}.`,
  );
}
