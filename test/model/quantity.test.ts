// The algebra of figures and of the kinds of nothing.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addQuantities,
  known,
  missing,
  notApplicable,
  QUANTITY_STATES,
  type Quantity,
  quantityOf,
  stateOf,
} from "../../src/model/quantity.js";

const QUANTITIES = fc
  .tuple(fc.constantFrom(...QUANTITY_STATES), fc.integer({ min: 0, max: 2 ** 40 }))
  .map(([state, value]): Quantity => quantityOf(state, value));

describe("a quantity", () => {
  it.each(QUANTITY_STATES)("in the state %s says so", (state) => {
    expect(stateOf(quantityOf(state, 7))).toBe(state);
  });

  it("of 0 is a figure, and carries its value only where it is known", () => {
    expect(quantityOf("known", 0)).toEqual(known(0));
    expect(quantityOf("blank", 7)).toEqual({ kind: "missing", why: "blank" });
    expect(quantityOf("no-association", 7)).toEqual({ kind: "not-applicable", why: "no-association" });
  });
});

describe("addQuantities", () => {
  it.each([
    [[known(3), known(4)], known(7)],
    [[known(0), missing("blank")], known(0)],
    [[known(5), notApplicable("not-on-form")], known(5)],
    [[missing("blank"), missing("not-submitted")], missing("not-submitted")],
    [[missing("not-submitted"), missing("rejected")], missing("rejected")],
    [[notApplicable("no-association"), missing("blank")], missing("blank")],
    [[notApplicable("no-association"), notApplicable("not-on-form")], notApplicable("no-association")],
    [[], missing("not-submitted")],
  ])("%j gives %j", (parts, sum) => {
    expect(addQuantities(parts)).toEqual(sum);
  });

  it("does not depend on order", () => {
    fc.assert(
      fc.property(fc.array(QUANTITIES), (parts) => {
        expect(addQuantities([...parts].reverse())).toEqual(addQuantities(parts));
      }),
    );
  });

  it("does not depend on how its parts are grouped", () => {
    const some = fc.array(QUANTITIES, { minLength: 1 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(addQuantities([addQuantities(a), addQuantities(b)])).toEqual(addQuantities([...a, ...b]));
      }),
    );
  });

  it("is known exactly where a part is", () => {
    fc.assert(
      fc.property(fc.array(QUANTITIES), (parts) => {
        const sum = addQuantities(parts);
        expect(sum.kind === "known").toBe(parts.some((part) => part.kind === "known"));
      }),
    );
  });
});
