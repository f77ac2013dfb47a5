// Work that most runs never need, put off until somebody asks for its result.

/** The result of `build`, built at the first call and kept. */
export function whenAsked<T>(build: () => T): () => T {
  const kept: { value?: T } = {};
  return () => {
    kept.value ??= build();
    return kept.value;
  };
}
