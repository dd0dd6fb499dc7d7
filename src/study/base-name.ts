/** Of a path, the name of the file: results hold no more of it, so that they do not depend on whose machine made them. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
