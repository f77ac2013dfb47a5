// The state of a round in a few lines that fit into a message to the group.

import { isOpen } from "../../model/finding.js";
import { groupBy } from "../../model/group-by.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { shortList, vietnameseNumber } from "../../model/number-text.js";
import { periodInWords } from "../../model/period.js";
import { fileName } from "../../model/submission.js";
import type { RunResult } from "../../pipeline/conclude.js";

const HOW_TO =
  "Cách làm: mở tệp gửi trả, trang «Lỗi cần sửa»: sửa từng ô, hoặc ghi cột «Giải trình», rồi gửi lại. Cảm ơn.";

/**
 * Who has been received, who mends, who explains, who has not sent; lists of five, the rest counted:
 *
 *   Tỉnh Quảng Trị – năm 2022, số liệu đến 30/11/2022
 *   Đã nhận 31/34 báo cáo.
 *   Xin sửa và gửi lại (2): Xã A Dơi (3 lỗi), Xã Ba Lòng (1 lỗi).
 */
export function zaloText(result: RunResult): string {
  const { aggregation, taken, verdicts, findings } = result;
  const open = groupBy(findings.filter(isOpen), ({ place }) => place.file);
  const named = (wanted: readonly string[], noun: string, severity: "error" | "query"): readonly string[] =>
    taken.flatMap(({ file, submission }, index) => {
      if (!wanted.includes(verdicts[index] ?? "")) return [];
      const count = (open.get(file.path) ?? []).filter((finding) => finding.severity === severity).length;
      const name = submission?.unit?.name ?? fileName(file.path);
      return count === 0 ? [] : [`${name} (${vietnameseNumber(count)} ${noun})`];
    });
  const missing = aggregation?.coverage.missing.map(({ name }) => name) ?? [];
  const lines = [
    aggregation === undefined
      ? "Kết quả kiểm tra báo cáo"
      : `${aggregation.unit.name} – ${periodInWords(aggregation.period)}, số liệu đến ${vietnameseDate(aggregation.asOf)}`,
    received(result),
    listLine("Xin sửa và gửi lại", named(["returned", "unreadable"], "lỗi", "error")),
    listLine("Xin giải trình", named(["accepted"], "mục", "query")),
    listLine("Chưa gửi", missing),
    open.size === 0 ? "" : HOW_TO,
  ];
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}

function received({ aggregation, verdicts }: RunResult): string {
  const accepted = vietnameseNumber(verdicts.filter((verdict) => verdict === "accepted").length);
  if (aggregation === undefined || aggregation.coverage.due === 0) return `Đã nhận ${accepted} báo cáo.`;
  const { received: count, due } = aggregation.coverage;
  return `Đã nhận ${vietnameseNumber(count)}/${vietnameseNumber(due)} báo cáo.`;
}

function listLine(opening: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${opening} (${vietnameseNumber(names.length)}): ${shortList(names)}.`;
}
