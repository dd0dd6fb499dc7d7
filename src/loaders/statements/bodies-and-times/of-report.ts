import type { Statement } from '../../../types.js'
import { ownScopes } from './bodies.js'
import { withYear } from './period-year.js'

/** Statements as those of a report on a year by a body: what names that year or that body names nothing else. */
export function ofReport<T extends { readonly statements: readonly Statement[] }>(
  read: T,
  { year, issuer }: { readonly year: number | null; readonly issuer: string | null },
): T {
  return ownScopes(withYear(read, year), issuer)
}
