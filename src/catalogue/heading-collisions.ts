// One heading must not mean two columns of the same table. Shipped forms are held to it by the tests, an office's own
// when they are loaded, because comparing thousands of wordings costs time at every start.

import type { Field } from "../model/form.js";
import { sameText } from "../model/text.js";

/** Two fields that one heading could mean. */
export interface HeadingCollision {
  readonly text: string;
  readonly first: Field;
  readonly second: Field;
}

/** A heading as it is compared: one spelling, «tỷ» as «tỉ», no punctuation. */
function headingKey(text: string): string {
  return sameText(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .replace(/(?<=[bcdđghklmnpqrstvx])y/gu, "i")
    .trim();
}

/**
 * Headings and synonyms of a grain that fit two of its fields. Columns that are only compared may share a heading
 * («Tỉ lệ công nhận trên tổng số» below each model): the tiers above tell them apart.
 */
export function headingCollisions(fields: readonly Field[]): readonly HeadingCollision[] {
  const owners = new Map<string, Field>();
  const collisions: HeadingCollision[] = [];
  for (const field of fields) {
    for (const text of [field.heading, ...field.synonyms]) {
      const key = headingKey(text);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, field);
      else if (owner !== field && !isSharedHeading(owner, field, key)) {
        collisions.push({ text, first: owner, second: field });
      }
    }
  }
  return collisions;
}

function isSharedHeading(first: Field, second: Field, key: string): boolean {
  return [first, second].every((field) => field.role === "check" && headingKey(field.heading) === key);
}
