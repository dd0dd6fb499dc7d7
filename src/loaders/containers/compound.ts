/** The streams of a compound file, the container of old Office files, by their names. */
export async function compoundStreams(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const { default: CFB } = await import('cfb')
  const { FileIndex } = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' })
  return new Map(
    FileIndex.filter(({ type }) => type === 2).map(({ name, content }) => [name, Buffer.from(content as Uint8Array)]),
  )
}

/** A compound file of some streams; its bytes depend on them alone. */
export async function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const { default: CFB } = await import('cfb')
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  // An entry that the package puts into every file it makes.
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}
