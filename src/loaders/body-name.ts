import { isNationalBody, isNoName, issuerEnding } from '../forms/issuers.js'
import { regionsNamed } from '../forms/regions.js'

/** How a body's name ends where `data/reference/issuers.json` lists no longer ending. */
const BODY =
  /(?:政府|委员会|管委会|办公室|办公厅|街道|园区|开发区|新区|[市县区省州旗盟镇乡厅局委办院处会署]|中心|公司|集团|总队|支队|大队|兵团|农场|林场)$/
/** 县委县政府, 省委、省政府: several bodies, as sentences name them together. */
const SEVERAL = /^[省市县区州旗镇乡]委|党委|、/
/** 我局, 本单位: who speaks, not who it is. 本溪市 is a name. */
const SPEAKER =
  /^(?:我|各|本(?:[省市县区州旗镇乡局委办厅处院校街站所会团部]|街道|单位|机关|部门|级))|^(?:全|该|其)[省市县区州旗镇乡局校院]/u
const NAME = /^\p{Script=Han}[\p{Script=Han}A-Za-z()·、—–-]{1,39}$/u
/** Words that stand in sentences and menus, not in names. */
const NO_PART =
  /年度|报告|年报|目录|指南|条例|关于|根据|按照|现将|编制|公布|标题|名称|附件|首页|情况|学年|通知|以下简称|结合|贯彻|落实|做好|开展|要求|以及/

/** Whether words may be the name of a body: Chinese characters, no label, no pronoun, no entry of a menu. */
export function mayBeName(words: string): boolean {
  const name = words.replace(/\s/g, '')
  if (regionsNamed(name).present.length > 0) return true
  return NAME.test(name) && !SPEAKER.test(name) && !NO_PART.test(name) && !isNoName(name)
}

/** Whether words are the name of a body and show it: by their ending, as a place or as a ministry. */
export function isBodyName(words: string): boolean {
  const name = words.replace(/\s/g, '')
  if (!mayBeName(name) || SEVERAL.test(name)) return false
  const bare = withoutBracket(name)
  return BODY.test(bare) || issuerEnding(bare) !== null || isNationalBody(bare) || regionsNamed(bare).present.length > 0
}

/** A name without the second one that stands in brackets behind it. */
export function withoutBracket(name: string): string {
  return name.replace(/(?<=.)\([^()]{1,30}\)$/, '')
}
