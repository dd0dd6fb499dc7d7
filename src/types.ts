/**
 * The vocabulary that every part of the house speaks; no logic. The nested shapes are what `parse` prints, one report an
 * object; the flat ones (`…Row`), one fact a row, are what audits, metrics, text and figures take and return.
 */

export type * from './types/cells.js'
export type * from './types/judgements.js'
export type * from './types/narrative.js'
export type * from './types/places.js'
export type * from './types/report.js'
export type * from './types/rows.js'
