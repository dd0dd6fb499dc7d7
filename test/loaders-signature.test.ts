import { describe, expect, test } from 'vitest'
import { readText } from './support/private-reports.js'

// Pages that lost their line ends. What is expected of each stands in its own line.

const TITLE = '云溪县教育局2020年政府信息公开工作年度报告'
const BODY =
  '一、总体情况2020年，云溪县教育局认真做好公开工作，逐项核对目录，及时更新栏目内容，公开事项由专人登记、专人复核，并按季度通报检查结果，督促整改到位，全年工作平稳有序，群众反映良好。' +
  '各科室按职责做好信息的采集、审核和发布。'.repeat(10) +
  '二、其他需要报告的事项本年度没有其他需要报告的事项。'

async function signed(end: string, title = TITLE): Promise<[string | null, string | undefined, string | undefined]> {
  const { report } = (await readText(`${title} ${BODY}${end}`)).report
  const date = report.dates.find(({ kind }) => kind === 'signed')
  return [report.signed, date?.status, date?.text]
}

describe('the date of a signature in a running line', () => {
  test.each([
    ['the issuer before it, the end behind it', '云溪县教育局2021年1月20日', '2021年1月20日'],
    ['blanks between', ' 云溪县教育局 2021 年 1 月 20 日 ', '2021 年 1 月 20 日'],
    ['Chinese numerals', '云溪县教育局二〇二一年一月二十日', '二〇二一年一月二十日'],
    ['words of the page behind it', '云溪县教育局2021年1月20日扫一扫在手机打开当前页', '2021年1月20日'],
    [
      'an attachment behind it, however long',
      `云溪县教育局2021年1月20日附件：统计表${'指标'.repeat(500)}`,
      '2021年1月20日',
    ],
  ])('is stated: %s', async (_, end, text) => {
    expect(await signed(end)).toEqual(['2021-01-20', 'stated', text])
  })

  test('is inferred where it stands behind the last sentence without the issuer’s name', async () => {
    expect(await signed(' 2021年1月20日 附件：统计表 '.padEnd(400, '指标'))).toEqual([
      null,
      'inferred',
      '2021年1月20日',
    ])
    const { findings } = (await readText(`${TITLE} ${BODY} 2021年1月20日 附件：${'指标'.repeat(200)}`)).report
    expect(findings.map(({ rule }) => rule)).toContain('reading.signature_inferred')
  })

  test.each([
    ['a sentence goes on behind it', '云溪县教育局2021年1月20日印发通知。'],
    ['a period begins with it', '云溪县教育局2021年1月20日至2月1日开展检查。'],
    ['the name before it is no issuer’s', '并报送某某研究院2021年1月20日。'],
    ['the name is part of a sentence', '该文件由云溪县教育局2021年1月20日'],
    ['much text follows', `云溪县教育局2021年1月20日 ${'继续做好各项工作，'.repeat(100)}`],
    ['there is no such day', '云溪县教育局2021年2月30日'],
  ])('is none where %s', async (_, end) => {
    expect((await signed(end))[0]).toBeNull()
  })
})

test('a day above the text belongs to the page', async () => {
  const text = `${TITLE}\n云溪县教育局 2021年1月20日\n一、总体情况\n逐项核对。`
  expect((await readText(text)).report.report.signed).toBeNull()
})

test('a title among short pieces of a menu on the same line is found', async () => {
  const { report } = (
    await readText(
      `当前位置：首页 > 政务公开 ${TITLE} （试行） 数据起讫：2019年1月1日至2019年12月31日。 一、总体情况 ${'逐项核对。 '.repeat(40)}`,
    )
  ).report
  expect([report.title, report.year, report.yearBasis]).toEqual([TITLE, 2020, 'title'])
})

test('a byte order mark before the doctype is no part of the title', async () => {
  const { report } = (
    await readText(`\ufeff<!DOCTYPE html>\n<html><body><h1>${TITLE}</h1><p>一、总体情况</p></body></html>`)
  ).report
  expect(report.title).toBe(TITLE)
})

// Reports with their lines. What is expected is the day printed behind or below the issuer's name.

const LINES = `${TITLE}\n一、总体情况\n2020年工作平稳。\n二、其他需要报告的事项\n无其他事项。`
const ofLines = async (end: string, title = LINES) => {
  const { report } = (await readText(`${title}\n${end}`)).report
  return { signed: report.signed, text: report.dates.find(({ kind }) => kind === 'signed')?.text }
}

describe('the date of a signature on its own line', () => {
  test.each([
    ['云溪县教育局\n2021-01-20', '2021-01-20'],
    ['云溪县教育局\n2021.1.20', '2021.1.20'],
    ['云溪县教育局\n2021/1/20', '2021/1/20'],
    ['云溪县教育局　　2021年1月20日', '2021年1月20日'],
    ['云溪县教育局 2021.1.20', '2021.1.20'],
    ['（云溪县教育局，2021年1月20日）', '2021年1月20日'],
    ['云溪县教育局 二〇二一年元月二十日', '二〇二一年元月二十日'],
    ['云溪县教育局\n2021年元月20日', '2021年元月20日'],
    ['| 云溪县教育局 |\n| 2021年1月20日 |', '2021年1月20日'],
  ])('%j', async (end, text) => {
    expect(await ofLines(end)).toEqual({ signed: '2021-01-20', text })
  })

  test.each([
    ['a day in digits below no name', '编辑：王某\n2021-01-20'],
    ['no such day', '云溪县教育局\n2021-02-30'],
    ['mixed signs', '云溪县教育局\n2021-01.20'],
    ['two bodies with two days, as in a list of pages', '云溪县教育局\n2021-01-20\n云溪县财政局\n2021-01-22'],
    ['a telephone below the name', '云溪县教育局\n0311-88-12'],
  ])('is withheld: %s', async (_, end) => {
    expect(await ofLines(end)).toEqual({ signed: null, text: undefined })
  })

  test('is not the source and the day that a page prints above the text', async () => {
    expect(await ofLines('', LINES.replace('\n一、', '\n云溪县教育局\n2021-01-20\n一、'))).toMatchObject({
      signed: null,
    })
  })

  test('is one in brackets below the title', async () => {
    const title = LINES.replace('\n一、', '\n（云溪县教育局 2021年1月20日）\n一、')
    expect(await ofLines('', title)).toEqual({ signed: '2021-01-20', text: '2021年1月20日' })
  })

  test('the name before the day is who signed', async () => {
    const bare = LINES.replace('云溪县教育局2020', '2020')
    const { report } = (await readText(`${bare}\n云溪县教育局　　2021年1月20日`)).report
    expect(report).toMatchObject({ issuer: '云溪县教育局', issuerBasis: 'signature', signed: '2021-01-20' })
  })
})
