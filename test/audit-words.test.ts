import { describe, expect, it } from 'vitest'
import type { Slip } from '../src/audits/index.js'
import { rowName } from '../src/audits/names.js'
import { formById, forms } from '../src/forms/forms.js'
import { readReference } from '../src/forms/reference.js'
import { isoDay, listed, named, said, sentences } from '../src/forms/words.js'
import type { Correction } from '../src/study/corrections/types.js'
import type {
  Bilingual,
  CellStatus,
  DateMention,
  FindingCause,
  IssuerKind,
  ReportHead,
  Severity,
  TableName,
} from '../src/types.js'
import { namedKinds, saidCalls } from './support/said-calls.js'

const { words } = readReference<{ words: Record<string, Bilingual> }>('audit-words.json', 'audit-words')

/** Names in braces. */
function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{([a-z_]+)\}/g)].map(([, name = '']) => name)
}

/** Every code of a kind; the compiler notices when one is missing here. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  table: keys<TableName>({ proactive: 1, requests: 1, remedies: 1, statistics: 1 }),
  form: [...forms().map(({ form }) => form), 'legacy'],
  status: keys<CellStatus>({ stated: 1, nil: 1, blank: 1, inferred: 1, ambiguous: 1, absent: 1, corrected: 1 }),
  slip: keys<Slip>({
    digits_swapped: 1,
    digit_lost: 1,
    digit_added: 1,
    digit_mistyped: 1,
    decimal_shift: 1,
    sign: 1,
    part_left_out: 1,
    total_not_updated: 1,
    figures_exchanged: 1,
    shifted_column: 1,
  }),
  basis: keys<NonNullable<ReportHead['yearBasis']>>({ title: 1, period: 1, narrative: 1, declared: 1, correction: 1 }),
  where: ['opening_sentence', 'page_data', 'narrative', 'declared'],
  kind: keys<IssuerKind>({
    government: 1,
    office: 1,
    department: 1,
    branch: 1,
    development_zone: 1,
    township: 1,
    subdistrict: 1,
    village: 1,
    institution: 1,
    enterprise: 1,
  }),
  date: keys<DateMention['kind']>({ signed: 1, published: 1, period_start: 1, period_end: 1 }),
  cause: keys<Exclude<FindingCause['kind'], 'unexplained'>>({
    arithmetic: 1,
    scope: 1,
    reorganisation: 1,
    form_change: 1,
  }),
  severity: keys<Severity>({ error: 1, warning: 1, info: 1 }),
  correction: keys<Correction['status']>({ proposed: 1, accepted: 1, rejected: 1 }),
  // The sizes of sets of cells that a sentence begins with.
  count: ['2', '3'],
}

function keys<Code extends string>(codes: Readonly<Record<Code, 1>>): string[] {
  return Object.keys(codes)
}

/** The keys that a key with `${…}` in it may stand for. */
function pattern(key: string): RegExp {
  return new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[a-z_]+')}$`)
}

describe('the words of the audits', () => {
  const calls = saidCalls()
  const asked = calls.map(({ key, ...rest }) => ({
    ...rest,
    key,
    matching: Object.keys(words).filter((one) => pattern(key).test(one)),
  }))

  it('are there for every key that is asked for', () => {
    expect(calls.length).toBeGreaterThan(120)
    expect(asked.filter(({ matching }) => matching.length === 0).map(({ where }) => where)).toEqual([])
  })

  it('are there for every code that a sentence may name', () => {
    expect([...namedKinds()].sort()).toEqual(Object.keys(CODES).sort())
    const wanted = Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => `${kind}.${code}`))
    expect(wanted.filter((key) => !(key in words))).toEqual([])
  })

  it('get a value for every placeholder of either language, and none for nothing', () => {
    const wrong = asked.flatMap(({ matching, values, where }) =>
      matching.flatMap((key) => {
        const wanted = new Set(Object.values(words[key] ?? {}).flatMap(placeholders))
        const lacking = [...wanted].filter((name) => !values.includes(name))
        const idle = values.filter((name) => !wanted.has(name))
        return lacking.length + idle.length === 0 ? [] : [{ where, key, lacking, idle }]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('are all in use', () => {
    const used = new Set([
      ...asked.flatMap(({ matching }) => matching),
      ...Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => `${kind}.${code}`)),
    ])
    expect(Object.keys(words).filter((key) => !used.has(key) && !key.startsWith('list.'))).toEqual([])
  })

  it('are Chinese in Chinese, and English in English', () => {
    // What is no word: separators, and what is nothing but placeholders, signs and numbers.
    const letters = (text: string) => text.replace(/\{[a-z_]+\}/g, '').replace(/[^\p{L}]/gu, '')
    const ascii = /^[A-Za-z]+$/
    for (const [key, { en, zh }] of Object.entries(words)) {
      const [english, chinese] = [letters(en), letters(zh)]
      if (english === '' && chinese === '') continue
      // 百件 is quoted in English as a unit.
      if (english !== '') expect(english.replace('百件', ''), key).toMatch(ascii)
      expect(chinese.replace(/GBT|PDF|FFFD|sha|np|U|n|p/g, ''), key).not.toMatch(/[A-Za-z]/)
      if (english !== '') expect(zh, key).toMatch(/[\p{Script=Han}，；：]/u)
    }
  })

  it('are said in the same breath in both languages: Chinese sentences end as the English ones', () => {
    for (const [key, { en, zh }] of Object.entries(words)) {
      if (/\.$/.test(en)) expect(zh, key).toMatch(/[。}]$/)
      expect(zh.replace('[{start}, {end})', ''), key).not.toMatch(/[,;:?!()]|\. /)
    }
  })
})

describe('said', () => {
  it('throws for an unknown key, and for a placeholder without a value', () => {
    expect(() => said('no.such_key')).toThrow('no.such_key')
    expect(() => said('date.late.due')).toThrow('said requires a value for {due} of date.late.due')
  })

  it('puts each language’s words into its sentence; what it puts in is not looked at again', () => {
    // Expected: the entries of audit-words.json, read by eye.
    expect(said('date.late.due', { due: isoDay('2022-01-31') })).toEqual({
      en: 'due 2022-01-31.',
      zh: '法定期限为2022年1月31日。',
    })
    expect(said('date.late.due', { due: '{due}' }).en).toBe('due {due}.')
  })

  it('lists and joins by language', () => {
    expect(listed('comma', ['甲', { en: 'b', zh: '乙' }, 3])).toEqual({ en: '甲, b, 3', zh: '甲、乙、3' })
    expect(sentences({ en: 'A.', zh: '甲。' }, null, { en: 'B.', zh: '乙。' })).toEqual({ en: 'A. B.', zh: '甲。乙。' })
  })

  it('names a code that the list does not have by itself', () => {
    expect(named('form', '2030')).toEqual({ en: '2030', zh: '2030' })
  })
})

describe('the names of rows and columns', () => {
  const tables = forms().flatMap(({ form, tables }) =>
    Object.entries(tables).map(([name, { blocks }]) => ({ name: `${form} ${name}`, blocks })),
  )

  it.each(tables)('$name: no two rows share one, in either language', ({ blocks }) => {
    const rows = blocks.flatMap((block) => block.rows)
    for (const language of ['en', 'zh'] as const)
      expect(new Set(rows.map((row) => rowName(row)[language])).size).toBe(new Set(rows.map(({ code }) => code)).size)
  })

  it('are those of the form, with a short heading before them and no long remark behind', () => {
    // Expected: rows (二), (三)1 and 三、本年度办理结果 (一) of the form of 2021, read by eye.
    const rows = formById('2021')?.tables.requests?.blocks.flatMap((block) => block.rows) ?? []
    const zh = (code: string) => rows.filter((row) => row.code === code).map((row) => rowName(row).zh)
    expect(zh('partially_granted')).toEqual(['(二)部分公开'])
    expect(zh('denied.state_secret')).toEqual(['(三)不予公开 1.属于国家秘密'])
    expect(zh('granted')).toEqual(['(一)予以公开'])
  })
})
