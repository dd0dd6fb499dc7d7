import { describe, expect, it } from 'vitest'
import { readReference } from '../src/forms/reference.js'
import { extractSource } from '../src/loaders/extract.js'
import { plainRadicals } from '../src/loaders/fold/radicals.js'
import { narrow } from '../src/loaders/fold/width.js'
import { typstPdf } from './support/containers.js'
import { readText } from './support/private-reports.js'

// Pairs are those of Unicode's property Equivalent_Unified_Ideograph (supplement) and of its compatibility mapping (Kangxi).

describe('radicals in the place of characters', () => {
  it('become the characters, one unit for one; parts of characters stay', () => {
    expect(plainRadicals('⺠⽣⻘⽯⻋⾏政局')).toBe('民生青石车行政局')
    expect(plainRadicals('⺡⻌')).toBe('⺡⻌')
    expect(plainRadicals('民政局')).toBe('民政局')
  })

  it('fold to what they are given as, whichever of the list', () => {
    const { characters } = readReference<{ characters: Record<string, string> }>('lexicons/radicals.json', 'radicals')
    for (const [radical, plain] of Object.entries(characters)) {
      expect(plainRadicals(radical)).toBe(plain)
      expect(narrow(radical)).toEqual({ text: plain, count: 1 })
    }
  })

  it('are plain in title, issuer and headings, while places keep to the source', async () => {
    const source =
      '云溪县⺠政局2019年政府信息公开⼯作年度报告\n一、主动公开⺠⽣信息情况\n⽆。\n二、依申请公开情况\n⽆。\n'
    const { report, text } = await readText(source)
    const { title, titleAt, issuer, issuerAt } = report.report
    expect({ title, issuer }).toEqual({ title: '云溪县民政局2019年政府信息公开工作年度报告', issuer: '云溪县民政局' })
    expect(text.slice(...(titleAt ?? [0, 0]))).toBe('云溪县⺠政局2019年政府信息公开⼯作年度报告')
    expect(text.slice(...(issuerAt ?? [0, 0]))).toBe('云溪县⺠政局')
    expect(report.sections[0]?.heading).toContain('主动公开民生信息情况')
  })

  it('are plain in the text of a PDF', async () => {
    const bytes = typstPdf('云溪县⺠政局2019年政府信息公开⼯作年度报告')
    const { text } = await extractSource({ path: 'a.pdf', bytes })
    expect(text).toContain('云溪县民政局2019年政府信息公开工作年度报告')
  })
})
