// Bytes on their way to another thread.

/** The bytes in a buffer of their own: those that share theirs with others must not take it with them. */
export function withOwnBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isOwn ? new Uint8Array(buffer) : bytes.slice();
}
