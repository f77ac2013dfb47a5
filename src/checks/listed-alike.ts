// Kind of check: two entries of a list of persons are two persons. Names are compared, never told.

import * as z from "zod";
import { groupBy } from "../model/group-by.js";
import type { CheckResult, ListEntry } from "../model/rule.js";
import { defineCheck, type RuleHead } from "./check-kind.js";
import { areAlikeAcross, keysOfPersons } from "./keys-of-persons.js";
import { entryDraft, OTHER_FILE } from "./listed-failure.js";
import { keyOf } from "./listed-once.js";
import { nearNames } from "./near-names.js";
import { createNameForms, hasDay, type Person } from "./person.js";

const PARAMS = z.strictObject({
  form: z.string(),
  name: z.string(),
  /** Day or year of birth. */
  day: z.string(),
  /** Where the person is counted: a branch. */
  group: z.string(),
  /** Number of a card: two persons who have different ones may share a name and a year. */
  key: z.string(),
  /** Day on which a person left: whoever did is no one's double. */
  until: z.string(),
});
type Params = z.infer<typeof PARAMS>;

/** More entries of one name and year than this are no slips: the column holds something else. */
const MOST_NAMESAKES = 200;

/**
 * A finding at the later of two entries that are likely one person:
 *
 *   same name, same day of birth                       · always
 *   same name, same year of which no more is known     · unless their cards differ
 *   same name in one group, a birth left blank         · unless their cards differ
 *   a name that differs in marks or in one letter      · same day of birth
 *
 * Two entries with one card are left to the check of cards. Work grows with the number of entries: names are looked for
 * among those of one year, and near names among the neighbours of one day. The message may use `a` and `b` (the rows).
 */
export const listedAlike = defineCheck({
  name: "listed-alike",
  params: PARAMS,
  reads: ({ form }) => ({ indicators: [], forms: [form] }),
  bind: (params, { rule }) => ({
    scope: "whole-list",
    form: params.form,
    run: (entries) => compare(entries, params, rule),
    across: {
      field: params.name,
      keysOf: (entries, unit) => {
        const personOf = createPersonOf(params);
        return keysOfPersons(entries, unit, (entry) => personOf(entry, 0));
      },
      areAlike: areAlikeAcross,
      finding: rule.finding,
      variant: OTHER_FILE,
    },
  }),
});

function compare(entries: readonly ListEntry[], params: Params, rule: RuleHead): CheckResult {
  const persons = entries.map(createPersonOf(params)).filter(({ name, isGone }) => name !== "" && !isGone);
  const earlier = new Map<Person, Person>();
  const add = (first: Person, second: Person): void => {
    const [one, other] = first.index < second.index ? [first, second] : [second, first];
    if (!earlier.has(other)) earlier.set(other, one);
  };
  for (const namesakes of groupBy(persons, ({ loose }) => loose).values()) findNamesakes(namesakes, add);
  for (const sameDay of groupBy(persons.filter(hasDay), ({ day }) => day).values()) nearNames(sameDay, add);
  const found = [...earlier].sort(([a], [b]) => a.index - b.index);
  const failed = found.map(([{ entry }, one]) =>
    entryDraft(entry, { field: params.name, found: "", with: one.entry, values: {} }, rule),
  );
  return { passed: persons.length - failed.length, failed, skipped: entries.length - persons.length };
}

/** The persons of one list, one after another. */
function createPersonOf({ name, day, group, key, until }: Params): (entry: ListEntry, index: number) => Person {
  const formsOf = createNameForms();
  return (entry, index) => {
    const forms = formsOf(entry.text(name));
    return {
      entry,
      index,
      name: forms.name,
      loose: forms.loose,
      backwards: forms.backwards,
      day: entry.text(day),
      group: formsOf(entry.text(group)).name,
      key: keyOf(entry.text(key)),
      isGone: entry.text(until) !== "",
    };
  };
}

/** Persons of one name, marks apart: each is held against those of its year, and against those whose birth is blank. */
function findNamesakes(namesakes: readonly Person[], add: (first: Person, second: Person) => void): void {
  if (namesakes.length < 2) return;
  for (const [year, own] of groupBy(namesakes, ({ day }) => day.slice(0, 4))) {
    const others = year === "" ? namesakes : own;
    if (own.length > MOST_NAMESAKES) continue;
    for (const person of own) {
      const one = others.slice(0, MOST_NAMESAKES).find((other) => other.index < person.index && isAlike(other, person));
      if (one !== undefined) add(one, person);
    }
    if (year !== "") continue;
    for (const person of namesakes.filter(({ day }) => day !== "").slice(0, MOST_NAMESAKES)) {
      const one = own.find((other) => other.index < person.index && isAlike(other, person));
      if (one !== undefined) add(one, person);
    }
  }
}

function isAlike(a: Person, b: Person): boolean {
  if (a.key !== "" && a.key === b.key) return false;
  const isSameDay = hasDay(a) && a.day === b.day;
  if (isSameDay) return true;
  if (a.name !== b.name || (a.key !== "" && b.key !== "")) return false;
  if (hasDay(a) && hasDay(b)) return false;
  return a.day !== "" && b.day !== "" ? true : a.group === b.group;
}
