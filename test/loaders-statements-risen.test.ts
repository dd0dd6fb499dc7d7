import { expect, it } from 'vitest'
import { statementsOf } from './support/statements.js'

/** All sentences are made up. The figure behind is that of the time told of; the one it rose from is said only where its own time is. */
const said = async (text: string) =>
  (await statementsOf(text)).map(({ key, value, period, label }) =>
    [key, value, period, key === 'unnamed' ? label : null].filter((one) => one !== null).join(' '),
  )

it.each([
  ['行政规范性文件的政策解读率由80%提升至94%。', ['interpretations.rate 94']],
  ['全文电子化率由上年的90%提高到94%。', ['full_text.rate 90 上年', 'full_text.rate 94']],
  ['政府信息公开申请按时办结率由90%提高到98%。', ['requests_on_time.rate 98']],
  ['公开信息由80条增加到94条。', ['items_published 94']],
  ['政府信息公开申请由上年的20件增至35件。', ['requests_received 20 上年', 'requests_received 35']],
  ['政务新媒体账号由12个减少到5个。', ['media_accounts 5']],
  ['政务公开知晓率由80%提升至94%。', ['unnamed 94 政务公开知晓率']],
  ['考核排名由第8名上升到第3名。', []],
])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))
