import { describe, expect, it } from 'vitest'
import { bodyName } from '../src/audits/panel/body-name.js'
import { auditPanel, panelReport } from '../src/audits/panel/index.js'
import { panelOf } from '../src/audits/panel/series.js'
import { publishersOfText } from '../src/forms/publishers.js'
import { readReference } from '../src/forms/reference.js'
import { panelFragment, plain, publisher } from './support/panel.js'
import { fillReport } from './support/report.js'

/** How reports fall into series: the names of each series' issuers. */
function joined(
  given: readonly Record<string, unknown>[],
  publishers = [] as ReturnType<typeof publisher>[],
): string[] {
  const reports = given.map((one, i) => ({
    ...panelFragment({ form: '2021', year: 2019 + i, ...one }, i),
    ...bodyOf(one),
  }))
  return panelOf(reports, publishers).placed.map(({ unit }) => unit ?? 'nobody')
}

/** Name and region as `panelReport` gets them from a report that was read. */
function bodyOf({ issuer, region = null }: Record<string, unknown>) {
  const named = bodyName(String(issuer), region as string | null)
  return { body: named.name, isDistinct: named.isDistinct, region: region as string | null }
}

describe('one body, spelled in several ways', () => {
  // 320585 is 太仓市, within 320500 苏州市 and 320000 江苏省; 370784 is 安丘市 (GB/T 2260).
  it.each([
    ['320585', ['太仓市', '太仓市人民政府', '太仓市政府', '江苏省太仓市人民政府', '江苏省苏州市太仓市人民政府']],
    ['320585', ['太仓市发改委', '太仓市发展和改革委员会', '市发改委', '苏州市太仓市发展改革委']],
    [
      '370784',
      ['安丘经济开发区', '安丘市经济开发区', '安丘经济开发区管委会', '安丘经济开发区管理委员会', '经济开发区管委会'],
    ],
    ['320585', ['甲丙街道', '太仓市甲丙街道', '太仓市人民政府甲丙街道办事处', '苏州市太仓市政府甲丙街道办']],
    [null, ['南柯县财政局', '南柯县财政局(南柯县国资办)', '“南柯县财政局”']],
    [null, ['黄粱综合实验区', '黄粱综合实验区管委会', '黄粱综合实验区管理委员会']],
  ])('%s %j', (region, names) => {
    const units = joined(names.map((issuer) => ({ issuer, region })))
    expect(new Set(units).size).toBe(1)
    expect(units[0]).not.toBe('nobody')
  })

  it('a name in Traditional characters is read from the folded copy', () => {
    const head = { titleAt: null, issuerAt: [0, 3] as const }
    const report = fillReport('2021', {}, { issuer: '太倉市', id: 'a' })
    const read = { ...report, report: { ...report.report, ...head, region: { code: '320585', name: '太仓市' } } }
    expect(panelReport(read, plain('太仓市政府信息公开')).body).toBe('太仓市人民政府')
  })

  it('a region told in some years only does not part a zone’s reports', () => {
    const units = joined([
      { issuer: '平潭综合实验区管委会', region: '350128' },
      { issuer: '平潭综合实验区' },
      { issuer: '平潭综合实验区', region: '350128' },
    ])
    expect(new Set(units)).toEqual(new Set(['平潭综合实验区']))
  })
})

describe('bodies that are not one', () => {
  it('a government, its office and its departments stay apart', () => {
    const names = ['太仓市人民政府', '太仓市人民政府办公室', '太仓市财政局', '太仓市教育局', '太仓港经济技术开发区']
    expect(new Set(joined(names.map((issuer) => ({ issuer, region: '320585' })))).size).toBe(names.length)
  })

  it('names that tell nobody from others belong to nobody without a region', () => {
    // 城关镇 and 鼓楼区 are borne in many places; the others name no place at all.
    const names = ['财政局', '市财政局', '城关镇人民政府', '鼓楼区人民政府', '经济技术开发区管理委员会', '人民政府']
    expect(joined(names.map((issuer) => ({ issuer })))).toEqual(names.map(() => 'nobody'))
  })

  it('namesakes in two regions are parted, and one without a region is then nobody’s', () => {
    // 鼓楼区: 320106 of 南京市, 350102 of 福州市
    const units = joined([
      { issuer: '鼓楼区人民政府', region: '320106' },
      { issuer: '鼓楼区人民政府', region: '350102' },
      { issuer: '鼓楼区人民政府' },
      { issuer: '鼓楼区人民政府', region: '320106' },
    ])
    expect(units[0]).not.toBe(units[1])
    expect(units[2]).toBe('nobody')
    expect(units[3]).toBe(units[0])
  })
})

describe('declared publishers', () => {
  it('join former names, and part what one name joins', () => {
    const bodies = [
      publisher({ id: 'env', names: ['南柯县环保局'], until: 2019 }),
      publisher({ id: 'env', names: ['南柯县生态环境局'], since: 2020 }),
      publisher({ id: 'other', reports: ['x-*'] }),
    ]
    const names = ['南柯县环保局', '南柯县生态环境局', '南柯县环保局']
    expect(
      joined(
        names.map((issuer) => ({ issuer })),
        bodies,
      ),
    ).toEqual(['env', 'env', '南柯县环保局'])
    expect(joined([{ issuer: '南柯县环保局', id: 'x-1' }], bodies)).toEqual(['other'])
  })

  it('are read with words that say what is wrong', () => {
    expect(() => publishersOfText('{')).toThrow('publishersOfText requires JSON')
    expect(() => publishersOfText('{"source": "s", "note": "n", "publishers": [{"id": "a"}]}')).toThrow(
      'the entry "names" is missing',
    )
    const { example } = readReference<{ example: object }>('publishers.json', 'publishers')
    const text = JSON.stringify({ source: 's', note: 'n', publishers: [example] })
    expect(publishersOfText(text)).toEqual([example])
  })
})

describe('the panel', () => {
  const reports = [2021, 2020, 2023].map((year, i) =>
    panelFragment({ form: '2021', year, id: `r${year}`, requests: { received_new: 3 * i } }, i),
  )

  it('does not depend on the order of the reports', () => {
    const forwards = auditPanel(reports, { publishers: [] })
    expect(auditPanel([...reports].reverse(), { publishers: [] })).toEqual(forwards)
    expect(forwards.map(({ report_id }) => report_id)).toEqual(forwards.map(({ report_id }) => report_id).sort())
  })

  it('every rule answers for every report, once a subject', () => {
    const checks = auditPanel(reports, { publishers: [] })
    for (const { id } of reports) {
      const own = checks.filter(({ report_id }) => report_id === id)
      expect(new Set(own.map(({ rule }) => rule)).size).toBe(12)
      expect(new Set(own.map(({ rule, subject }) => `${rule} ${subject}`)).size).toBe(own.length)
    }
  })

  it('findings name the other reports, only failed checks have one, and an id may occur once', () => {
    for (const { outcome, finding, rule, report_id } of auditPanel(reports, { publishers: [] })) {
      expect(finding === null).toBe(outcome !== 'failed')
      expect(finding?.rule ?? rule).toBe(rule)
      expect(finding?.with ?? []).not.toContain(report_id)
    }
    expect(() => auditPanel([...reports, ...reports.slice(0, 1)])).toThrow(
      'auditPanel requires reports with different ids',
    )
  })

  it('of no report says nothing', () => {
    expect(auditPanel([])).toEqual([])
  })
})
