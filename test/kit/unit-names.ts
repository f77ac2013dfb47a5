// All names of units that the shipped list has, composed, each once.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const ROW = z.object({ name: z.string() });

export function unitNames(): readonly string[] {
  const file = new URL("../../src/catalogue/units/units.csv", import.meta.url);
  const rows = z.array(ROW).parse(parse(readFileSync(file), { columns: true }));
  return [...new Set(rows.map((row) => row.name.normalize("NFC")))];
}
