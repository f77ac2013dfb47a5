// Which queries are answered: by what was written in «Giải trình», as long as the figures asked about are the same.

import { type Explanation, type Question, questionKey } from "../model/explanation.js";
import type { Finding } from "../model/finding.js";

/** Whom and when a file speaks of; "" stands for findings about the whole run. */
export type SubjectOf = (file: string) => Pick<Question, "unit" | "period">;

export interface Answered {
  /** In the order given; each query with its question, and with its answer where there is one. */
  readonly findings: readonly Finding[];
  /** Answers to nothing that is asked now: given further down, or about figures that have changed since. */
  readonly carried: readonly Explanation[];
}

/**
 * Joins queries and answers. Errors and notes are never answered. What follows from an answered query counts as answered by
 * the same words. Several answers to one question are kept together.
 */
export function answerFindings(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  subjectOf: SubjectOf,
): Answered {
  const answers = new Map<string, Explanation[]>();
  for (const explanation of explanations) addAnswer(answers, explanation);
  const used = new Set<string>();
  const asked = findings.map((finding) => {
    const question = fullQuestion(finding, subjectOf);
    if (question === undefined || finding.severity !== "query") return { ...finding, ...(question && { question }) };
    const key = questionKey(question);
    const given = answers.get(key);
    if (given === undefined) return { ...finding, question };
    used.add(key);
    return { ...finding, question, explanation: given.map(({ text }) => text).join("; ") };
  });
  return {
    findings: withFollowing(asked),
    carried: [...answers].flatMap(([key, given]) => (used.has(key) ? [] : given)),
  };
}

function addAnswer(answers: Map<string, Explanation[]>, explanation: Explanation): void {
  const key = questionKey(explanation.question);
  const known = answers.get(key) ?? [];
  answers.set(key, known);
  if (!known.some(({ text }) => text === explanation.text)) known.push(explanation);
}

function fullQuestion({ question, place }: Finding, subjectOf: SubjectOf): Question | undefined {
  if (question === undefined) return undefined;
  const { unit, period } = subjectOf(place.file);
  return { ...question, unit: question.unit === "" ? unit : question.unit, period };
}

function withFollowing(findings: readonly Finding[]): readonly Finding[] {
  const answered = new Map(
    findings.flatMap(({ id, explanation }) => (explanation === undefined ? [] : [[id, explanation]])),
  );
  if (answered.size === 0) return findings;
  return findings.map((finding) => {
    const inherited = finding.cause === undefined ? undefined : answered.get(finding.cause);
    const isAsked = finding.severity === "query" && finding.explanation === undefined && inherited !== undefined;
    return isAsked ? { ...finding, explanation: inherited } : finding;
  });
}
