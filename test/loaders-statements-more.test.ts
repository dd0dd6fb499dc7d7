import { describe, expect, it } from 'vitest'
import { fold, scriptOf } from '../src/loaders/fold.js'
import { readStatements } from '../src/loaders/statements.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { corpusFiles, hasCorpus, readReportFile } from './support/corpus.js'
import { isNamed } from './support/statements.js'

// The disclosure quantities of twelve more real reports, read by hand in their narrative sections before the reader was run on
// them: `key value value …`. Quantities of disclosure the vocabulary has no key for are listed too, under a key of their own
// (releases), and count against recall. Before the vocabulary was improved on the first eight, 253 of the 281 listed then were
// found (181 of 194 and 72 of 87), none with a wrong key or value. By now it has been improved on all of them.
// Two quantities that the hand had passed over were added in November 2026 (8 columns newly opened, the users of an account), after reading the sentences again.

/** On these the vocabulary was improved. */
const SEEN: Readonly<Record<string, string>> = {
  'pingtan/pingtan-county-2011.txt': `information_produced 1873; proactive_items 425 303 122 62; information_produced.on_request 46; information_produced.withheld 1402; proactive_items.website 425; proactive_items.website.part 148 21 21 8 49 23 33 55 63; column_visits 11460; notice_board_issues 12; requests_received 0; review_cases 0`,
  'pingtan/pingtan-czone-2011.txt': `information_produced 1873; proactive_items 425 303 122 62; information_produced.on_request 46; information_produced.withheld 1402; proactive_items.website 425; proactive_items.website.part 148 21 21 8 49 23 33 55 63; column_visits 11460; notice_board_issues 12; requests_received 0; review_cases 0`,
  'pingtan/pingtan-czone-2012.txt': `proactive_items.website 3636 1913; proactive_items.website.part 9 7 1 3 19 1 2 3 133 403 12 145 41 57 12 89 19; proactive_items 1913 1397 534 121; column_visits 72065; notice_board_issues 12; proactive_items.weibo 1288; media_followers 10659; requests_received 0; review_cases 0`,
  'pingtan/pingtan-czone-2014.txt': `proactive_items 2543 1687 856; proactive_items.part 594 281 29 28 253 98 122 290 946; column_visits 69598; requests_received.mail 1; review_cases 0; fees_collected 0`,
  'pingtan/pingtan-czone-2016.txt': `power_list_items 3646 281 4635 41; items_published 189 423; topic_issues 16 4 40 10; proactive_items.website 180; proactive_items 3460 1822 1638; proactive_items.part 612 223 59 39 272 101 132 226 1796; column_visits 162103; requests_received 0; fees_collected 0; review_cases 0; litigation_cases 0`,
  'pingtan/pingtan-czone-2017.txt': `items_published 166 13 348 32 10 84 25 152 12 467 39 47 82; items_published.part 19 224 20 84 1 54 43 322 5 8 30 5; items_published 25 188; proactive_items 2122 1509 613; proactive_items.part 205 95 19 32 2 7 15 131 21 12 276 20 6 99 21 1161; column_visits 97402; requests_received 0; review_cases 0; litigation_cases 0`,
  'pingtan/pingtan-czone-2020.txt': `proactive_items 2602; proactive_items.part 82 80 21 40 390 69 143 208 246 271 1053; power_list_items 14 4650 54; normative_documents.repealed 5; items_published 51 40 121 39 1000; requests_received 21; interviews 6 19`,
  'pingtan/pingtan-czone-2024.txt': `proactive_items.website 10407; interpretations 96; public_comment 53; surveys 51; interviews 12; requests_handled 218; normative_documents.made 62; fees_collected 0`,
}

/** These were held out at that time. */
const LATER: Readonly<Record<string, string>> = {
  'pingtan/pingtan-county-2013.txt': `information_produced 3618; proactive_items 1853 1251 602 1713; information_produced.on_request 107; information_produced.withheld 1658; proactive_items.website 1853; proactive_items.website.part 324 207 44 15 307 91 243 178 291; column_visits 19363; notice_board_issues 12; requests_received 7; requests_received.online 3; requests_received.mail 4; requests_answered 3; answers.granted 2; answers.other 1; review_cases 0`,
  'pingtan/pingtan-czone-2015.txt': `power_list_items 2917 240; items_published 202 31 12 20; budgets_published 20; items_published 188 453; topic_issues 5 5 4 25 10; proactive_items 2949 2275 674; proactive_items.part 117 124 19 33 29 141 491 65 77 22 1831; column_visits 133890; requests_received 0; fees_collected 0; review_cases 0; litigation_cases 0; columns_opened 8`,
  'pingtan/pingtan-czone-2021.txt': `proactive_items 2645; sampling_batches 20680; inspections 4; interviews 20; interpretations 29; requests_received 70; requests_concluded 69; requests_carried_out 1; fees_collected 0`,
  'shanghai/shanghai-office-2019.html': `regulations 13; normative_documents 60 45; policy_documents.other 162; policy_documents.personnel 141; interpretations 132 83; releases 38; requests_received 859; requests_answered 805; requests_carried_in 18; requests_carried_out 72; answers.granted_or_partial 258; answers.denied 35; answers.unavailable 265; answers.not_processed 158; answers.other 0; review_cases 7; litigation_cases 9; litigation_cases.lost 0; gazette_issues 24; proactive_items.gazette 112; media_views 23000000; media_followers 7700000; media_followers 5500000`,
}

function listed(line: string): string[] {
  return line.split(';').flatMap((entry) => {
    const [key, ...values] = entry.trim().split(/\s+/)
    return values.map((value) => `${key} ${value}`)
  })
}

async function measure(lists: Readonly<Record<string, string>>) {
  const total = { wanted: 0, right: 0, extra: [] as string[] }
  for (const [path, line] of Object.entries(lists)) {
    const [folder = '', name = ''] = path.split('/')
    const file = corpusFiles(folder).find((one) => one.endsWith(name)) ?? ''
    const found = (await readReportFile(file)).report.statements
      .filter(isNamed)
      .map(({ key, value }) => `${key} ${value}`)
    const wanted = listed(line)
    for (const one of wanted) {
      const at = found.indexOf(one)
      if (at >= 0) found.splice(at, 1)
      total.right += at >= 0 ? 1 : 0
    }
    total.wanted += wanted.length
    total.extra.push(...found.map((one) => `${path} ${one}`))
  }
  return total
}

describe('the statements of twelve more real reports', () => {
  it.each([
    ['eight reports the vocabulary was improved on', SEEN, 0.99],
    ['four more', LATER, 0.95],
  ])('%s', async (name, lists, least) => {
    if (!hasCorpus()) return
    const { wanted, right, extra } = await measure(lists)
    console.info(`${name}: ${wanted} statements by hand, ${right} found, ${extra.length} found besides`)
    expect(extra).toEqual([])
    expect(right / wanted).toBeGreaterThanOrEqual(least)
  })
})

/** All sentences are made up; the expected values are what a reader reads in them. */
describe('published lists and serials', () => {
  const brief = async (text: string) =>
    readStatements(await fold(surfaceOf(text), scriptOf(text)), text, []).map(({ key, value }) => `${key} ${value}`)

  it.each([
    ['梳理行政权力事项310项、公共服务事项25项，已在网站上公布。', ['power_list_items 310', 'power_list_items 25']],
    ['公布权责清单412项。', ['power_list_items 412']],
    ['发布重点项目简报6期，工作简报2期。', ['topic_issues 6', 'topic_issues 2']],
    ['共发布12期安全生产信息简报。', ['topic_issues 12']],
    ['主动公开采购项目信息18条，网上竞价43条。', ['items_published 18', 'items_published 43']],
    ['举办新聞釋出會4場。', ['press_conferences 4']],
  ])('%s', async (text, expected) => expect(await brief(text)).toEqual(expected))

  it.each([
    '接入部门12个、公共服务事项310项，网站运行平稳。',
    '窗口办理公共服务事项310件。',
    '完成建设项目12项，质量全部合格。',
    '讲解公开条例第20条。',
    '12345热线受理来电310件，办结300件。',
    '联系电话：0512-53101234，邮编215400。',
    '全年完成投资3.5亿元，收取行政事业性收费120万元。',
    '按照国办公开办函〔2021〕30号第三条和附件2的要求编制，全文共6页。',
  ])('says nothing of disclosure: %s', async (text) => expect(await brief(text)).toEqual([]))
})
