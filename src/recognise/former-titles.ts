// V-M08: columns under a title that is no longer awarded. They are taken for nothing else, but somebody is asked.

import { type FindingDraft, values } from "../model/finding.js";
import type { RecognisedTable } from "../model/recognised.js";
import { sameText } from "../model/text.js";

/** One query for each former title that columns of the table stand under, at the first of them. */
export function formerTitles({ form, grid, unknownColumns }: RecognisedTable, file: string): readonly FindingDraft[] {
  if (form.formerTitles === undefined || unknownColumns.length === 0) return [];
  return [...form.formerTitles].flatMap(([now, titles]): readonly FindingDraft[] => {
    const wanted = titles.map(sameText);
    const found = unknownColumns.find(({ text }) => wanted.some((title) => sameText(text).includes(title)));
    if (found === undefined) return [];
    const place = { file, sheet: grid.name, cell: found.heading };
    return [{ code: "V-M08", place, values: values({ cột: found.text, mới: now }), label: found.text }];
  });
}
