// khuyenhoc.yaml: where an office keeps its own declarations and its ledger, and by when reports are due.

import * as z from "zod";
import { type IsoDate, isIsoDate } from "../model/iso-date.js";
import { parsePeriod, printPeriod } from "../model/period.js";
import type { DeclarationFile } from "./declaration-file.js";
import { parseSettings } from "./parse-yaml.js";
import { refuse } from "./refuse.js";
import { lineOfKey, yamlValue } from "./yaml-positions.js";

const CONFIG = z.strictObject({
  "khai-bao": z.string().min(1).optional(),
  "so-nhan": z.string().min(1).optional(),
  "bo-nho": z.string().min(1).optional(),
  "han-nop": z.record(z.string(), z.string()).optional(),
  "co-quan-tren": z.enum(["hoi", "uy-ban"]).optional(),
});

export interface OfficeConfig {
  /** Folder of the office's own declarations, relative to the file; undefined where it names none: then «khai-bao». */
  readonly folder: string | undefined;
  /** Folder of the ledger, relative to the file; undefined where none is kept. */
  readonly ledger: string | undefined;
  /** Folder of reports read before, relative to the file; undefined where they are not kept. */
  readonly memory: string | undefined;
  /** Last day on which a period's reports are in time, by the period as it is printed. */
  readonly deadlines: ReadonlyMap<string, IsoDate>;
  /** Who stands above the association at the head of a report: the association above it, or its People's Committee. */
  readonly issuedUnder: "association" | "committee";
}

/**
 * What a configuration file says.
 *
 *   khai-bao: khai-bao
 *   so-nhan: so-nhan
 *   han-nop:
 *     2022-Q4: 2023-01-05
 *   co-quan-tren: uy-ban
 *
 * @throws UsageError `declaration` where it says anything else, with the line and what is allowed
 */
export function readConfig(path: string, text: string): OfficeConfig {
  const file = { path, shownPath: path, text };
  const said = yamlValue(file);
  const keys = typeof said === "object" && said !== null ? Object.keys(said) : [];
  if (keys.length === 0) refuse(file, 1, "tệp chưa ghi mục nào.", KEYS);
  const strange = keys.find((key) => !(key in CONFIG.shape));
  if (strange !== undefined) refuse(file, lineOfKey(file, [], strange), `không có mục nào tên là «${strange}».`, KEYS);
  const config = parseSettings({ ...file, value: said }, CONFIG);
  const deadlines = Object.entries(config["han-nop"] ?? {}).map(([period, date]) => deadlineOf(file, period, date));
  return {
    folder: config["khai-bao"],
    ledger: config["so-nhan"],
    memory: config["bo-nho"],
    deadlines: new Map(deadlines),
    issuedUnder: config["co-quan-tren"] === "uy-ban" ? "committee" : "association",
  };
}

const KEYS = `Dùng một trong: ${Object.keys(CONFIG.shape).join(", ")}.`;

function deadlineOf(file: DeclarationFile, text: string, date: string): readonly [string, IsoDate] {
  const period = parsePeriod(text);
  if (period !== undefined && isIsoDate(date)) return [printPeriod(period), date];
  return refuse(
    file,
    lineOfKey(file, ["han-nop"], text),
    `không hiểu hạn nộp «${text}: ${date}».`,
    "Ghi kỳ rồi ngày theo thứ tự năm-tháng-ngày, ví dụ 2022-Q4: 2023-01-05.",
  );
}
