// What a kind of check is: a name, the parameters a rule gives it, and how it becomes ready to run.
// A kind of check knows no indicator, form or finding code: rules bring them.

import type { z } from "zod";
import type { Indicator } from "../model/indicator.js";
import type { Relation } from "../model/relation.js";
import type { BoundCheck } from "../model/rule.js";

/** What a check takes over from its rule into every finding. */
export interface RuleHead {
  readonly id: string;
  readonly finding: string;
  readonly variant: string | undefined;
  /** Values of the message's placeholders that are the same for every finding of the rule. */
  readonly words: ReadonlyMap<string, string>;
}

interface BindContext {
  readonly rule: RuleHead;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** Codes a rule reads; the loader refuses one that is not declared. */
interface Reads {
  readonly indicators: readonly string[];
  readonly forms: readonly string[];
  /** Indicators whose figures of an earlier period it compares with. */
  readonly past?: readonly string[];
}

export type Binding =
  | {
      readonly kind: "bound";
      readonly bound: BoundCheck;
      readonly reads: Reads;
      readonly relation?: Relation | undefined;
    }
  | { readonly kind: "refused"; readonly issues: readonly z.core.$ZodIssue[] };

export interface CheckKind {
  readonly name: string;
  readonly params: z.ZodType;
  /** Checks a rule's parameters and binds the check to them. */
  bind(raw: unknown, context: BindContext): Binding;
}

interface Definition<P> {
  readonly name: string;
  readonly params: z.ZodType<P>;
  reads(params: P): Reads;
  bind(params: P, context: BindContext): BoundCheck;
  /** What it demands, where that can be written as a formula beside the figures. */
  relation?(params: P): Relation | undefined;
}

/** A kind of check from its parts, with the type of its parameters closed in. */
export function defineCheck<P>(definition: Definition<P>): CheckKind {
  return {
    name: definition.name,
    params: definition.params,
    bind: (raw, context) => {
      const parsed = definition.params.safeParse(raw, { reportInput: true });
      if (!parsed.success) return { kind: "refused", issues: parsed.error.issues };
      const bound = definition.bind(parsed.data, context);
      const relation = definition.relation?.(parsed.data);
      return { kind: "bound", bound, reads: definition.reads(parsed.data), relation };
    },
  };
}
