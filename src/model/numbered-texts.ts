// Texts of a list that differ in the number at their end alone, «Chi hội thôn số 1» to «Chi hội thôn số 1000000»: each is kept
// as two numbers, because a million texts of their own cost more time and memory than the sheet they stand on.

const FIRST_ROOM = 4_096;
/** Of lists with more, further texts are kept as texts. */
const MOST_STEMS = 1_000;
/** The place of no stem. */
export const NO_STEM = 0;

export class NumberedTexts {
  /** What stands before the numbers, each once, by its place. */
  readonly stems: string[] = [""];
  private readonly placeByStem = new Map<string, number>();
  private places = new Uint16Array(FIRST_ROOM);
  private numbers = new Uint32Array(FIRST_ROOM);

  get hasRoom(): boolean {
    return this.stems.length <= MOST_STEMS;
  }

  /** The place of a stem, whose last letter is no digit from 1 on. */
  placeOf(stem: string): number {
    const known = this.placeByStem.get(stem);
    if (known !== undefined) return known;
    const place = this.stems.push(stem) - 1;
    this.placeByStem.set(stem, place);
    return place;
  }

  /** Keeps the text that has this id in its table: the stem at a place, and a number without noughts before it. */
  keep(id: number, stem: number, number: number): void {
    if (id >= this.places.length) this.grow(id);
    this.places[id] = stem;
    this.numbers[id] = number;
  }

  /** Place of the stem of a text; `NO_STEM` for a text that is none of these. */
  stemOf(id: number): number {
    return this.places[id] ?? NO_STEM;
  }

  numberOf(id: number): number {
    return this.numbers[id] ?? Number.NaN;
  }

  /** Undefined for a text that is none of these. */
  textOf(id: number): string | undefined {
    const stem = this.stemOf(id);
    return stem === NO_STEM ? undefined : `${this.stems[stem] ?? ""}${this.numberOf(id)}`;
  }

  private grow(id: number): void {
    const { places, numbers } = this;
    const room = Math.max(id + 1, 2 * places.length);
    this.places = new Uint16Array(room);
    this.places.set(places);
    this.numbers = new Uint32Array(room);
    this.numbers.set(numbers);
  }
}
