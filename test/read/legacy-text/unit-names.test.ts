// All names of the register, through the encodings and back; and whole sheets of them, whose encoding must be found out.

import { describe, expect, it } from "vitest";
import { chance } from "../../../fixtures/kit/random.js";
import { at } from "../../../src/model/outcome.js";
import { decodeLegacyText } from "../../../src/read/legacy-text/decode-legacy-text.js";
import { decodeLetters } from "../../../src/read/legacy-text/decode-letters.js";
import { weigh } from "../../../src/read/legacy-text/weigh-text.js";
import { gridFromTable, workbookOf } from "../../kit/grid-from-table.js";
import { textsOf } from "../../kit/grid-texts.js";
import {
  inDoubleUtf8,
  inDoubleUtf8ByLatin1,
  inTcvn3,
  inTcvn3Capitals,
  inVni,
  inWindows1258,
} from "../../kit/legacy-encoders.js";
import { unitNames } from "../../kit/unit-names.js";

const NAMES = unitNames();
const CASES: readonly (readonly [string, (name: string) => string])[] = [
  ["lower case", (name) => name.toLowerCase()],
  ["title case", (name) => name],
  ["upper case", (name) => name.toUpperCase()],
];

describe.each(CASES)("all names in %s", (label, written) => {
  const names = NAMES.map(written);
  it("come back from TCVN3 and VNI", () => {
    expect(names.length).toBeGreaterThan(9_400);
    expect(names.filter((name) => read(inTcvn3(name), "TCVN3") !== name)).toEqual([]);
    expect(names.filter((name) => read(inVni(name), "VNI") !== name)).toEqual([]);
    if (label !== "upper case") return;
    const shown = (name: string): string =>
      decodeLetters(inTcvn3Capitals(name), { encoding: "TCVN3", isCapitals: true });
    expect(names.filter((name) => shown(name) !== name)).toEqual([]);
  });

  it("are taken for legacy text in no case, and never for the wrong encoding", () => {
    const share = (text: string, encoding: "TCVN3" | "VNI") => weigh(text).under[encoding];
    const gained = (text: string, encoding: "TCVN3" | "VNI"): number => share(text, encoding).gained;
    const isBetter = (text: string, encoding: "TCVN3" | "VNI"): boolean =>
      share(text, encoding).foreign === 0 && gained(text, encoding) > share(text, encoding).lost;
    expect(names.filter((name) => isBetter(name, "TCVN3") || isBetter(name, "VNI"))).toEqual([]);
    expect(names.filter((name) => gained(inTcvn3(name), "VNI") > gained(inTcvn3(name), "TCVN3"))).toEqual([]);
    expect(names.filter((name) => gained(inVni(name), "TCVN3") > gained(inVni(name), "VNI"))).toEqual([]);
  });
});

function read(text: string, encoding: "TCVN3" | "VNI"): string {
  return decodeLetters(text, { encoding, isCapitals: false });
}

const WRITTEN: readonly (readonly [string, (name: string) => string])[] = [
  ["Unicode", (name) => name],
  ["windows-1258", inWindows1258],
  ["TCVN3", inTcvn3],
  ["VNI", inVni],
  ["double UTF-8", inDoubleUtf8],
  ["double UTF-8 by Latin-1", inDoubleUtf8ByLatin1],
];

/** What becomes of a sheet of names without any font: all right, asked about, or wrong without a word. */
function outcomeOf(names: readonly string[], write: (name: string) => string): "right" | "unsure" | "wrong" {
  const sheet = gridFromTable(names.map((name, index) => [index + 1, write(name), 60]));
  const { value, findings } = decodeLegacyText(workbookOf(sheet), "xã.xlsx");
  const texts = textsOf(at(value.sheets, 0)).filter((text) => text !== "");
  if (texts.every((text, index) => text === names[index])) return "right";
  return findings.some((draft) => draft.variant === "unsure") ? "unsure" : "wrong";
}

describe.each(WRITTEN)("600 sheets in %s", (label, write) => {
  it.each([100, 20, 5])("of %d rows are read right", (rows) => {
    const drawn = chance(49 + rows);
    const outcomes = Array.from({ length: 600 }, () =>
      outcomeOf(
        Array.from({ length: rows }, () => drawn.pick(NAMES)),
        write,
      ),
    );
    expect(outcomes.filter((outcome) => outcome !== "right")).toEqual([]);
  });

  it.each([2, 1])("of %d rows are read right or asked about", (rows) => {
    const drawn = chance(49 + rows);
    const outcomes = Array.from({ length: 600 }, () =>
      outcomeOf(
        Array.from({ length: rows }, () => drawn.pick(NAMES)),
        write,
      ),
    );
    expect(outcomes).not.toContain("wrong");
    if (rows === 1)
      expect(new Set(outcomes)).toEqual(new Set([label === "TCVN3" || label === "VNI" ? "unsure" : "right"]));
  });
});
