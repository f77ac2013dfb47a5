// Everything the association says, as data in force for a run: shipped declarations and the office's own.

import type { FindingText } from "./finding.js";
import type { Form } from "./form.js";
import type { Indicator } from "./indicator.js";
import type { Register } from "./register.js";
import type { Report } from "./report.js";
import type { Rule } from "./rule.js";
import type { Scoresheet } from "./scoresheet.js";
import type { Target } from "./target.js";

export interface Catalogue {
  /** In declared order, which is the order of printing. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly forms: ReadonlyMap<string, Form>;
  /** By code, and by `code/variant` for further wordings. */
  readonly findingTexts: ReadonlyMap<string, FindingText>;
  readonly rules: readonly Rule[];
  readonly register: Register;
  readonly targets: readonly Target[];
  /** Score sheets of emulation by id; absent: none. */
  readonly scoresheets?: ReadonlyMap<string, Scoresheet>;
  /** By id, in declared order. */
  readonly reports: ReadonlyMap<string, Report>;
  /** SHA-256 of every declaration file that was loaded, by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** Puts the program's own words inside a sentence into the language of the run; absent: they are in it already. */
  readonly translate?: (text: string) => string;
}
