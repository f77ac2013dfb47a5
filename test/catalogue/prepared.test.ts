import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { preparedJson, withPrepared } from "../../src/catalogue/prepared.js";

const SHIPPED = declarationsIn(fileURLToPath(new URL("../../src/catalogue", import.meta.url)));

describe("declarations read ahead", () => {
  it("make the same catalogue as their texts", () => {
    const ahead = withPrepared(SHIPPED, preparedJson(SHIPPED));
    expect(ahead.filter(({ path, value }) => path.endsWith(".yaml") && value === undefined)).toEqual([]);
    const [read, prepared] = [loadCatalogue(SHIPPED, []), loadCatalogue(ahead, [])];
    for (const part of ["indicators", "forms", "findingTexts", "targets", "reports"] as const) {
      expect(prepared[part], part).toEqual(read[part]);
    }
    const plain = ({ rules }: typeof read) => rules.map(({ bound: _, ...rule }) => rule);
    expect(plain(prepared)).toEqual(plain(read));
  });

  it("are left aside where a text has changed since", () => {
    const json = preparedJson(SHIPPED);
    const changed = SHIPPED.map((file) =>
      file.path.startsWith("indicators/") ? { ...file, text: file.text.replace(/^([ -]*name: "?)/gm, "$1Mới ") } : file,
    );
    const names = [...loadCatalogue(withPrepared(changed, json), []).indicators.values()].map(({ name }) => name);
    expect(names.length).toBeGreaterThan(50);
    expect(names.every((name) => name.startsWith("Mới "))).toBe(true);
  });
});
