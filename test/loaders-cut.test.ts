import { describe, expect, test } from 'vitest'
import { analyseReport } from '../src/study/analyse.js'
import { simulateReport } from '../src/study/simulate/report.js'
import type { Cell, Report } from '../src/types.js'

const key = ({ row, column }: Cell) => `${row}/${column}`

async function read(path: string, text: string): Promise<Report | null> {
  try {
    return (await analyseReport({ id: 'cut', path, bytes: Buffer.from(text) })).report
  } catch {
    return null // no report is left of it, which is said so
  }
}

describe('a source that is cut off', () => {
  test('anywhere, within a label, a figure or a mark-up, says nothing that the whole contradicts', async () => {
    let [cuts, stated] = [0, 0]
    for (let index = 0; index < 45; index++) {
      const { bytes, truth } = await simulateReport('cut-anywhere', index, { faults: false })
      if (!/\.(?:txt|html|md)$/.test(truth.file) || !truth.encoding.startsWith('utf-8')) continue
      const text = new TextDecoder().decode(bytes)
      const whole = await read(truth.file, text)
      if (whole === null) throw new Error(`${truth.id} cannot be read`)
      const known = new Map(
        Object.entries(whole.tables).map(([table, cells]) => [table, new Map(cells.map((cell) => [key(cell), cell]))]),
      )
      for (let k = 0; k < 15; k++) {
        const at = Math.floor(text.length * (0.2 + (0.8 * k) / 15)) + index
        const part = await read(truth.file, text.slice(0, at))
        cuts++
        const wrong = Object.entries(part?.tables ?? {}).flatMap(([table, cells]) =>
          cells.filter((cell) => {
            const full = known.get(table)?.get(key(cell))
            if (full === undefined || full.value === null) return false
            if (cell.status === 'stated') stated++
            return cell.status === 'blank' || (cell.status === 'stated' && cell.value !== full.value)
          }),
        )
        expect(wrong, `${truth.id}, ${truth.layout}, cut at ${at}`).toEqual([])
      }
    }
    expect(cuts).toBeGreaterThan(100)
    expect(stated).toBeGreaterThan(1000)
  }, 60_000)
})
