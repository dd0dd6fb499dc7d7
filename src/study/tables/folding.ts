/** The columns that say how far the print of a report is from plain Simplified text. */

import type { Folding, FoldKind } from '../../types.js'
import type { NumberColumn } from './define.js'

const NOTES = {
  null_means: 'The input could not be read; see error_code.',
  source: 'characters of the source',
} as const

/** One column a kind of change on the working copy, and the share of Traditional characters. */
export function foldingColumns<Row>(read: (row: Row) => Folding | null) {
  const count = (kind: FoldKind, label_zh: string, unit: string, en: string, zh: string): NumberColumn<Row> => ({
    label_zh,
    type: 'integer',
    unit,
    description_en: `Changes on the working copy that the program reads: ${en}. The source itself is never altered.`,
    description_zh: `程序所读工作副本上的更动：${zh}。原件不作任何改动。`,
    ...NOTES,
    value: (row) => read(row)?.changes.find((change) => change.kind === kind)?.count ?? null,
  })
  const traditional_ratio: NumberColumn<Row> = {
    label_zh: '繁体比例',
    type: 'number',
    unit: 'ratio from 0 to 1',
    description_en:
      'Of the characters that have a Simplified and a Traditional form, the share printed in the Traditional one; between 0 and 1 where scripts are mixed.',
    description_zh: '有简繁两体之字中以繁体印出者所占比例；介于 0 与 1 之间即简繁混用。',
    ...NOTES,
    value: (row) => read(row)?.traditionalShare ?? null,
  }
  return {
    traditional_ratio,
    folded_traditional_count: count('traditional', '繁体字数', 'characters', 'Traditional characters', '繁体字'),
    folded_word_count: count('word', '异地用词数', 'words', 'Taiwan and Big5-gateway words', '台湾及繁体转换用词'),
    folded_over_converted_count: count(
      'over_converted',
      '误繁词数',
      'words',
      'words wrongly put into Traditional',
      '误转繁体之词',
    ),
    folded_pinyin_count: count('pinyin', '夹注拼音数', 'brackets', 'pinyin in brackets', '括注拼音'),
    folded_noise_count: count(
      'noise',
      '干扰字符数',
      'runs of characters',
      'invisible, private-use or strewn characters',
      '不可见字符、私用区字符及夹入字符',
    ),
    folded_width_count: count(
      'width',
      '全角字符数',
      'characters',
      'full-width and compatibility forms',
      '全角及兼容字符',
    ),
  }
}
