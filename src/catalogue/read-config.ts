// khuyenhoc.yaml: where an office keeps its own declarations and its ledger, and by when reports are due.

import { parse } from "yaml";
import { z } from "zod";
import { type IsoDate, isIsoDate } from "../model/iso-date.js";
import { parsePeriod, printPeriod } from "../model/period.js";
import { UsageError } from "../model/usage-error.js";

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
 * @throws UsageError `config` where it says anything else
 */
export function readConfig(path: string, text: string): OfficeConfig {
  const config = CONFIG.safeParse(parsed(text));
  if (!config.success || Object.keys(config.data).length === 0) {
    throw new UsageError(
      "config",
      `${path}: tệp chỉ có các mục «khai-bao:», «so-nhan:», «bo-nho:», «han-nop:», «co-quan-tren:», và ít nhất một trong số đó.`,
      "Ghi sau «khai-bao:» tên thư mục khai báo riêng, sau «so-nhan:» tên thư mục sổ nhận; dưới «han-nop:» mỗi kỳ một dòng, ví dụ 2022-Q4: 2023-01-05; sau «co-quan-tren:» ghi hoi hoặc uy-ban.",
    );
  }
  const deadlines = Object.entries(config.data["han-nop"] ?? {}).map(([period, date]) =>
    deadlineOf(path, period, date),
  );
  return {
    folder: config.data["khai-bao"],
    ledger: config.data["so-nhan"],
    memory: config.data["bo-nho"],
    deadlines: new Map(deadlines),
    issuedUnder: config.data["co-quan-tren"] === "uy-ban" ? "committee" : "association",
  };
}

function deadlineOf(path: string, text: string, date: string): readonly [string, IsoDate] {
  const period = parsePeriod(text);
  if (period !== undefined && isIsoDate(date)) return [printPeriod(period), date];
  throw new UsageError(
    "config",
    `${path}: không hiểu hạn nộp «${text}: ${date}».`,
    "Ghi kỳ rồi ngày theo thứ tự năm-tháng-ngày, ví dụ 2022-Q4: 2023-01-05.",
  );
}

/** What the YAML says; undefined where it is no YAML, which no configuration is either. */
function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (fault) {
    if (fault instanceof Error && fault.name === "YAMLParseError") return undefined;
    throw fault;
  }
}
