// What a rule demands of figures that stand side by side, as arithmetic: blank forms show it as a live formula.

/** Σ sign × term is at most, or equal to, the whole. */
export interface Relation {
  readonly terms: readonly { readonly code: string; readonly sign: 1 | -1 }[];
  readonly must: "at most" | "equal";
  readonly whole: string;
  /** Subjects for which a whole of 0 says «not counted here», so that nothing is compared. */
  readonly zeroIsNothingOn: readonly ("branch" | "child" | "unit")[];
}
