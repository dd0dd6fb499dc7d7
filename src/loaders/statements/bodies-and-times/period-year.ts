import type { Statement } from '../../../types.js'

/** 2023年以来 is the year itself in the report on 2023, and several years in any later one. */
export function withYear<T extends { readonly statements: readonly Statement[] }>(read: T, year: number | null): T {
  const isYear = (period: string | null) =>
    period !== null && /^自?(?<year>20\d\d)年以来$/.exec(period)?.groups?.year === String(year)
  return {
    ...read,
    statements: read.statements.map((one) => (isYear(one.period) ? { ...one, period: String(year) } : one)),
  }
}
