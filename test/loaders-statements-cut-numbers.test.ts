import { describe, expect, it } from 'vitest'
import { saidIn, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('numbers with a comma of thousands', () => {
  it.each([
    // Once and whole, whatever stands between the words and the number.
    ['全市（含开发区）主动公开政府信息23,456条。', ['proactive_items 23456']],
    ['门户网站（含无障碍版）公开信息4,310条。', ['proactive_items.website 4310']],
    ['本级（区政府办公室）收到信息公开申请2,071件。', ['requests_received 2071']],
    ['网站（含英文版）访问量21,043,765次。', ['website_visits 21043765']],
    ['收取信息处理费2,310.50元。', ['fees_collected 2310.5']],
    // A comma that ends an item is none of thousands.
    ['受理政府信息公开申请0,咨询62。', ['requests_received 0', 'consultations 62']],
    ['收到信息公开申请数18，2022年收到信息公开申请数23。', ['requests_received 18', 'requests_received 23']],
    // Such digits are no number that anybody could tell.
    ['公开信息数34,56条。', []],
    ['公开信息345,6条。', []],
    ['公开信息3,456,条。', []],
    ['公开信息3’456条。', []],
    ['公开信息3、456条。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    ['政务公开专题页面点击量5,210次。', ['政务公开专题页面点击量 5210次']],
    ['公开信息3、456条。', []],
  ])('no number is invented of their first digits: %s', async (text, expected) =>
    expect(await unnamedIn(text)).toEqual(expected),
  )
})

describe('numbers cut by the end of a line or by blanks', () => {
  it.each([
    ['一、总体情况\n主动公开政府信息3,\n610条，比上年多。\n', ['proactive_items 3610']],
    ['一、总体情况\n主动公开政府信息36\n10条，比上年多。\n', []],
    ['主 动 公 开 政 府 信 息 3 , 6 1 0 条 。', []],
    // A line that ends in a number, before one that begins with a year or the number of an item, is whole.
    ['主动公开政府信息数36\n2022年工作推进有序。\n', ['proactive_items 36']],
    ['主动公开政府信息数36\n2、收到信息公开申请数10\n', ['proactive_items 36', 'requests_received 10']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('a bracket that has the number of the words before it', () => {
  it.each([
    // The words before such a bracket have their number, so that they name no other.
    ['通过网站（600条）主动公开政府信息910条。', ['proactive_items 910']],
    ['通过门户网站（600条）、公众号（310条）等公开信息910条。', ['items_published 910']],
    // A bracket that says more, or a year, is a remark.
    ['门户网站（2022年改版）公开信息910条。', ['proactive_items.website 910']],
    ['收到信息公开申请（含网上申请2件）12件。', ['requests_received 12', 'requests_received.online 2']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})
