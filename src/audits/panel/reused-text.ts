import { panelReference } from '../../forms/panel.js'
import { said } from '../../forms/words.js'
import type { PanelCheck } from '../../types.js'
import { found, unfound } from './outcome.js'
import type { PanelReport } from './panel-report.js'
import { sharedText } from './passages.js'
import type { Panel, Placed } from './series.js'
import { textIndexOf } from './text-index.js'

/**
 * Does a report repeat long passages of its own words from last year's report, or from another body's, character for
 * character? Two checks a report; `subject` is `last year` or `other bodies`.
 *
 * Own words are those outside tables, headings and what belongs to the web page, without statutory wording and the issuer's
 * name; numbers are set aside, so that last year's sentence with this year's figure is last year's sentence. Wording found in
 * many bodies of the panel is common property and does not count; in a panel of few bodies nothing is. A report of another
 * body is compared only if it is on an earlier year, or on the same year and earlier by id: who copied is not told.
 *
 * - `failed`: a shared passage has at least as many own characters as `data/reference/panel.json` says (fewer for last year
 *   than for another body). The message gives its length and the share of all own words found there; `places` where the
 *   passage stands in both reports. `observed` is its number of own characters, `expected` less than that of the threshold.
 * - `passed`: no such passage. `not_applicable`: there is no report to compare with. `not_assessable`: the report has no
 *   text of its own that was read, the body or year cannot be told, or last year's report is missing.
 *
 * Severity `info`. Ground: 国办公开办函〔2021〕30号, which calls 内容雷同、敷衍塞责 a fault.
 *
 * @rule panel.reused_text
 * @passes { "reports": [{ "form": "2021", "year": 2021, "text": "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃" }, { "form": "2021", "year": 2022, "text": "东南西北中发白一二三四五六七八九十百千万春夏秋冬梅兰竹菊琴棋书画风花" }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "text": "栏目更新迟缓有的月份空着不补解读材料只有文字没有图表经办人员换得勤答复格式各写各的乡镇重视不够目录与职责对不上号留言回得慢旧文件没有清理失效的没有标注检索起来也不方便群众颇有怨言" }, { "form": "2021", "year": 2022, "text": "栏目更新迟缓有的月份空着不补解读材料只有文字没有图表经办人员换得勤答复格式各写各的乡镇重视不够目录与职责对不上号留言回得慢旧文件没有清理失效的没有标注检索起来也不方便群众颇有怨言" }] }
 */
export function checkReusedText(panel: Panel): PanelCheck[] {
  const index = textIndexOf(panel)
  const { last_year_characters, other_body_characters } = panelReference().reused_text
  const before = new Set<string>()
  return panel.placed.flatMap((placed) => {
    const { report, last } = placed
    const body = placed.unit ?? `report ${report.id}`
    const hasOthers = before.size > (before.has(body) ? 1 : 0)
    if (report.text.length > 0) before.add(body)
    const compare = (
      subject: string,
      other: PanelReport | undefined,
      least: number,
      outcome: 'passed' | 'not_applicable',
    ) =>
      report.text.length === 0
        ? unfound(placed, RULE, subject, 'not_assessable')
        : other === undefined
          ? unfound(placed, RULE, subject, outcome)
          : compared(placed, subject, other, least, index.isCommon)
    const lastReport = last.find(({ text }) => text.length > 0)
    return [
      lastReport === undefined && !isFirst(placed)
        ? unfound(placed, RULE, 'last year', 'not_assessable')
        : compare('last year', lastReport, last_year_characters, 'not_applicable'),
      compare(
        'other bodies',
        index.nearest(placed)?.report,
        other_body_characters,
        hasOthers ? 'passed' : 'not_applicable',
      ),
    ]
  })
}

const RULE = 'panel.reused_text'

function isFirst({ unit, report, earlier }: Placed): boolean {
  return unit !== null && report.year !== null && earlier.length === 0
}

function compared(
  placed: Placed,
  subject: string,
  other: PanelReport,
  least: number,
  isCommon: (hash: number) => boolean,
): PanelCheck {
  const { report } = placed
  const { share, longest } = sharedText(report.text, other.text, isCommon)
  if (longest === null || longest.own < least) return unfound(placed, RULE, subject, 'passed')
  const whose =
    subject === 'last year'
      ? said('panel.reused_text.last_year')
      : said('panel.reused_text.other_body', { other: other.id })
  const percent = Math.round(share * 100)
  return found(placed, RULE, subject, [other.id], {
    severity: 'info',
    message: said('panel.reused_text.failed', { length: longest.length, own: longest.own, whose, percent }),
    cells: [],
    expected: said('panel.reused_text.expected', { least }),
    observed: longest.own,
    at: longest.at,
    places: [
      { report_id: report.id, at: longest.at },
      { report_id: other.id, at: longest.otherAt },
    ],
  })
}
