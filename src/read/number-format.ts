// Number formats: the built-in codes by their numbers, and whether a format shows a date or a time of day.

/** Formats that files name by number only (ECMA-376, part 1, 18.8.30). */
const BUILT_IN = new Map<number, string>([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"$"#,##0_);\\("$"#,##0\\)'],
  [6, '"$"#,##0_);[Red]\\("$"#,##0\\)'],
  [7, '"$"#,##0.00_);\\("$"#,##0.00\\)'],
  [8, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yy h:mm"],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00;(#,##0.00)"],
  [40, "#,##0.00;[Red](#,##0.00)"],
  [41, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
  [42, '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'],
  [44, '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** Numbers 27–36 and 50–58 are dates in the East Asian editions, and in all others as well. */
export function builtInFormat(id: number): string {
  const isEastAsianDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return BUILT_IN.get(id) ?? (isEastAsianDate ? "m/d/yyyy" : "General");
}

/** Quoted text, escaped, padding and filling characters, colours, currencies, conditions: all that shows no part of a date. */
const ORNAMENT = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|general|E[+-]/gis;
const DATE_LETTER = /[ymdhs]|e|am\/pm|a\/p/i;
/** Fractions of a second are the only digits of a date. */
const FRACTION_OF_SECOND = /s\]?[.,]0+/gi;

/**
 * True where numbers of this format are shown as a day, a month, a year or a time: `dd/mm/yyyy;@`, `[h]:mm`. False for
 * `#,##0 "đồng"`, `[Red]0.0`, `0.00E+00` and for letters that stand unquoted beside digits (`0 d`).
 */
export function isDateFormat(format: string): boolean {
  return format
    .replace(ORNAMENT, "")
    .split(";")
    .some((section) => {
      const bare = section.replace(FRACTION_OF_SECOND, "s");
      return DATE_LETTER.test(bare) && !/[0#?@]/.test(bare);
    });
}
