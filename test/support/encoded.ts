/** A text in ASCII and the two-byte characters of an encoding: the decoder's own table, turned round. */
export function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const table = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const [char, more] = Array.from(decoder.decode(Uint8Array.of(lead, trail)))
      if (char !== undefined && more === undefined && char !== '\ufffd' && !table.has(char))
        table.set(char, [lead, trail])
    }
  return Uint8Array.from(
    Array.from(text).flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]))),
  )
}
