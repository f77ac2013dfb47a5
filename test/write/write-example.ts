// Writes the example and prints the hash of its bytes: run as a process of its own by the test of sameness.

import { createHash } from "node:crypto";
import { layOutAggregate } from "../../src/lay-out/lay-out-aggregate.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { exampleReport } from "../kit/example-aggregation.js";
import { exampleCatalogue } from "../kit/example-catalogue.js";

/** The example workbook. */
export function writeExample(): Promise<Uint8Array> {
  return writeWorkbook(layOutAggregate(exampleReport(), exampleCatalogue()));
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

if (process.argv[2] === "print-hash") {
  writeExample().then((bytes) => process.stdout.write(hashOf(bytes)));
}
