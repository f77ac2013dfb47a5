// Coverage adds over disjoint units.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABSENT, addCoverage, COMPLETE, type Coverage, NOT_DUE } from "../../src/model/coverage.js";

const COVERAGES: fc.Arbitrary<Coverage> = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([have, absent]) => ({ have, due: have + absent }));

describe("addCoverage", () => {
  it("counts who gave of those who owed", () => {
    expect(addCoverage([COMPLETE, COMPLETE, ABSENT, NOT_DUE])).toEqual({ have: 2, due: 3 });
  });

  it("of nobody is nothing due", () => {
    expect(addCoverage([])).toEqual(NOT_DUE);
  });

  it("does not depend on order or grouping", () => {
    fc.assert(
      fc.property(fc.array(COVERAGES), fc.array(COVERAGES), (a, b) => {
        const whole = addCoverage([...a, ...b]);
        expect(addCoverage([addCoverage(a), addCoverage(b)])).toEqual(whole);
        expect(addCoverage([...b, ...a])).toEqual(whole);
      }),
    );
  });

  it("never has more than is due", () => {
    fc.assert(
      fc.property(fc.array(COVERAGES), (parts) => {
        const { have, due } = addCoverage(parts);
        expect(have).toBeLessThanOrEqual(due);
      }),
    );
  });
});
