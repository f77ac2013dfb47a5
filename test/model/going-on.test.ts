// Which unit of another day is the same one: by territory, not by code or name.

import { describe, expect, it } from "vitest";
import { cameFrom, goesOnAs, isSameTerritory } from "../../src/model/going-on.js";
import type { IsoDate } from "../../src/model/iso-date.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const { register } = shippedCatalogue();

function membersOf(id: string, date: IsoDate): readonly string[] {
  const codes = register.groupingAt(id, date)?.members ?? [];
  return codes.flatMap((code) => register.treeOn(date).byCode(code)?.key ?? []);
}

describe("a unit over 1/7/2025", () => {
  it("goes on where its key alone changed, and not where its territory did", () => {
    expect(goesOnAs("38@2022-10-01", "2026-06-30", register)).toBe("38@2025-07-01");
    expect(goesOnAs("45@2022-10-01", "2026-06-30", register)).toBeUndefined();
    expect(goesOnAs("45@2022-10-01", "2018-12-31", register)).toBe("45@2022-10-01");
    expect(goesOnAs("cum-4", "2022-11-30", register)).toBe("cum-4");
  });

  it("came from itself, or from nowhere with the same territory", () => {
    expect(cameFrom("38@2025-07-01", "2024-12-31", register)).toBe("38@2022-10-01");
    expect(cameFrom("44@2025-07-01", "2024-12-31", register)).toBeUndefined();
    expect(cameFrom("44@2022-10-01", "2018-12-31", register)).toBe("44@2022-10-01");
  });
});

describe("a cluster over 1/7/2025", () => {
  it("is the same where its members merged with one another only", () => {
    const [before, after] = [membersOf("cum-4", "2024-12-31"), membersOf("cum-4", "2025-12-31")];
    expect([before.length, after.length]).toEqual([5, 4]);
    expect(isSameTerritory(before, after, register)).toBe(true);
    expect(isSameTerritory(before.slice(1), after, register)).toBe(false);
    expect(isSameTerritory(before, after.slice(1), register)).toBe(false);
  });
});
