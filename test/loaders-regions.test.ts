import { describe, expect, it } from 'vitest'
import { issuerEnding } from '../src/forms/issuers.js'
import { readReference, schemaProblems } from '../src/forms/reference.js'
import { codeAround, regionName, regionsNamed } from '../src/forms/regions.js'
import { issuerFacts } from '../src/loaders/head/issuer-kind.js'
import { regionIn } from '../src/loaders/head/region.js'

// Codes and names are those of GB/T 2260 as the Ministry of Civil Affairs publishes them.
const code = (name: string, year: number | null = 2021, text = '') => regionIn(name, year, text).region?.code ?? null

describe('the place in an issuer’s name', () => {
  it.each([
    ['江苏省太仓市财政局', '320585'],
    ['太仓市', '320585'],
    ['上海市黄浦区人民政府', '310101'],
    ['上海市人民政府办公厅', '310000'],
    ['国家税务总局福建省税务局', '350000'],
    ['苏州市吴中区人民政府', '320506'],
    ['平潭县人民政府', '350128'],
  ])('%s is of %s, each place lying within the one before', (name, expected) => {
    expect(code(name)).toBe(expected)
    expect(regionIn(name, 2021, '').inferred).toBe(false)
  })

  it.each([
    ['安丘经济开发区管委会', '370784'],
    ['遂宁经济技术开发区', '510900'],
    ['太仓港经济技术开发区', '320585'],
    ['苏州吴中经济技术开发区', '320506'],
    ['苏州工业园区管委会', '320500'],
  ])('%s: the place whose name stands before a zone without 市 or 区', (name, expected) => {
    expect(code(name)).toBe(expected)
  })

  it('takes a county or district cut short before a zone only where the text names it or what lies around it', () => {
    expect(code('平潭综合实验区')).toBeNull()
    expect(code('平潭综合实验区', 2021, '福建省人民政府办公厅')).toBe('350128')
    expect(code('东湖高新区')).toBeNull()
    // The zone of this name lies in Wuhan; the only 东湖区 in the list is in Nanchang.
    expect(code('东湖高新区', 2021, '湖北省武汉市')).toBeNull()
    expect(code('江苏江阴-靖江工业园区')).toBeNull()
  })

  it('leaves a name open that several places bear, unless the text names the prefecture or province of one alone', () => {
    expect(regionsNamed('鼓楼区').present.map((place) => place.code)).toEqual(['320106', '320302', '350102', '410204'])
    expect(code('鼓楼区人民政府')).toBeNull()
    expect(code('鼓楼区人民政府', 2021, '福州市')).toBe('350102')
    expect(code('鼓楼区人民政府', 2021, '河南省')).toBe('410204')
    expect(code('鼓楼区人民政府', 2021, '江苏省')).toBeNull()
    expect(code('鼓楼区人民政府', 2021, '福州市与南京市')).toBeNull()
    expect(code('朝阳区人民政府', 2021, '北京市')).toBe('110105')
    expect(code('福建省福州市鼓楼区人民政府')).toBe('350102')
    expect(code('东区人民政府')).toBeNull()
  })

  it('finds no place in a name no list has, however near another is', () => {
    for (const name of ['沐阳县人民政府', '云溪县人民政府', '港区管委会', '市科委', '']) expect(code(name)).toBeNull()
  })

  it.each([
    ['湘西自治州人民政府', '433100'],
    ['湘西州财政局', '433100'],
    ['达茂联合旗某某镇人民政府', '150223'],
    ['察右前旗财政局', '150926'],
    ['郑州国际港务区管理委员会', '410100'],
    ['西安国际港务区管理委员会', null], // 西安区 are two more places
    ['中国银保监会郴州监管分局', '431000'],
    ['中国银保监会衡阳监管分局', null], // 衡阳市 and 衡阳县
    ['中华人民共和国青岛海关', '370200'],
    ['连云港海事局', '320700'],
    ['自治县人民政府', null], // the name of no place, though of a people's county nothing else is left
    ['黄埔海关', null], // a district's short name: the text must name it
    ['长江海事局', null],
  ])('%s: %s, by a short name that one place alone bears', (name, expected) => {
    expect(code(name)).toBe(expected)
  })

  it('tells the codes of a place that came back to its first one by the lists of the year', () => {
    // 130181 in the lists of 2002 to October 2014 and of 2023, 139002 in those of September 2015 and July 2016; between two lists it is open.
    const years = [2010, 2013, 2014, 2015, 2020, 2023]
    expect(years.map((year) => code('辛集市人民政府', year))).toEqual([
      '130181',
      '130181',
      null,
      '139002',
      null,
      '130181',
    ])
  })

  it('tells a former name or code from the present one by the reporting year', () => {
    // Chaohu was a prefecture (341400) until August 2011 and is a county-level city (340181) since.
    expect(code('巢湖市人民政府', 2009)).toBe('341400')
    expect(code('巢湖市人民政府', 2013)).toBe('340181')
    expect(code('巢湖市人民政府', null)).toBeNull()
    // 襄樊市 became 襄阳市 in December 2010 and kept its code.
    expect(regionIn('襄樊市人民政府', 2009, '').region).toEqual({ code: '420600', name: '襄樊市' })
    expect(code('襄阳市人民政府', 2012)).toBe('420600')
  })

  it.each([
    ['临夏州公安局', '622900'],
    ['巴州人民政府', '652800'],
    ['巴州区人民政府', '511902'], // a district of its own, whose name begins with a prefecture's short one
    ['长阳县财政局', '420528'],
    ['黔东南州', '522600'],
  ])('%s: an autonomous place by its short name', (name, expected) => {
    expect(code(name)).toBe(expected)
  })

  it('finds every place in use under its province’s full name, or says that two there share its name', () => {
    const { regions } = readReference<{ regions: Record<string, string> }>('regions.json', 'regions')
    const counties = Object.entries(regions).filter(([each]) => !each.endsWith('00'))
    const wrong = counties.filter(([each, name]) => {
      const around = codeAround(each) ?? ''
      const full = [regionName(`${each.slice(0, 2)}0000`), regionName(around), name].filter(Boolean).join('')
      const found = regionIn(`${full}人民政府`, null, '')
      return found.region !== null ? found.region.code !== each : !found.inferred
    })
    expect(counties.length).toBeGreaterThan(2800)
    expect(wrong).toEqual([])
  })
})

describe('kind and level of an issuer', () => {
  it.each([
    ['太仓市', 'government', 'county'],
    ['苏州市人民政府', 'government', 'prefecture'],
    ['福建省人民政府', 'government', 'province'],
    ['鼓楼区人民政府', 'government', 'county'],
    ['上海市人民政府办公厅', 'office', 'province'],
    ['上海市科委', 'department', 'province'],
    ['太仓市财政局', 'department', 'county'],
    ['太仓市公安局城区分局', 'branch', null],
    ['太仓市城厢镇人民政府', 'township', 'township'],
    ['城区街道办事处', 'subdistrict', 'township'],
    ['平潭综合实验区', 'development_zone', null],
    ['安丘经济开发区管委会', 'development_zone', null],
    ['上海市浦东新区', 'government', 'county'],
    ['中华人民共和国财政局', 'department', 'national'],
    ['国家税务总局太仓市税务局', 'department', 'county'],
    ['云溪县人民政府', 'government', null],
    ['某某', null, null],
    ['财政部', 'department', 'national'],
    ['海关总署(本级机关)', 'department', 'national'],
    ['国家能源局', 'department', 'national'],
    ['国家税务总局云溪县税务局', 'department', null], // a local office of no known place
    ['国家能源局云溪监管办公室', 'department', null],
    ['中共太仓市委员会', null, null],
    ['太仓市人民防空办公室', 'department', 'county'],
    ['太仓市人民政府办公室', 'office', 'county'],
    ['城厢镇人民政府办公室', 'office', 'township'],
    ['太仓市妇幼中心(市妇幼保健院)', 'institution', null],
  ])('%s: %s, %s', (name, kind, level) => {
    expect(issuerFacts(name, null, 2021, '')).toMatchObject({ issuer_kind: kind, issuer_level: level })
  })

  it('asks the title for the place where the issuer’s name has none', () => {
    const facts = issuerFacts('港区管委会', '2021年太仓港经济技术开发区政府信息公开工作年度报告', 2021, '')
    expect(facts).toMatchObject({ region: { code: '320585', name: '太仓市' }, region_basis: 'title' })
  })

  it('looks in the text for a place right before a town’s name, or for the place of 市 in 市统计局', () => {
    const region = (issuer: string, text: string) => {
      const { region, region_basis } = issuerFacts(issuer, null, 2021, text)
      return [region?.code ?? null, region_basis]
    }
    expect(region('城厢镇人民政府', '地址：江苏省太仓市城厢镇。')).toEqual(['320585', 'text'])
    expect(region('城厢镇', '太仓市城厢镇与涵江区城厢镇')).toEqual([null, null]) // two places of the name
    expect(region('市统计局', '请与太仓市统计局联系。')).toEqual(['320585', 'text'])
    expect(issuerFacts('市统计局', null, 2021, '太仓市统计局').issuer_level).toBe('county')
    expect(region('市场监管局', '太仓市市场监管局')).toEqual([null, null]) // 市 begins another word
    expect(region('统计局', '上报太仓市统计局。')).toEqual([null, null]) // may be the one above it
    expect(region('省教育厅', '依照《江苏省政府信息公开办法》')).toEqual(['320000', 'text'])
    expect(region('省教育厅', '江苏省与福建省')).toEqual([null, null])
  })

  it('takes the longest ending', () => {
    expect(issuerEnding('某某市人民政府')?.ending).toBe('市人民政府')
    expect(issuerEnding('某某管理委员会')?.kind).toBe('development_zone')
  })
})

describe('reference data', () => {
  it.each(['regions', 'region-short-names', 'issuers', 'page-remains', 'head'])(
    '%s.json fits its schema, and its schema refuses a misspelt entry',
    (name) => {
      const data = readReference<Record<string, unknown>>(`${name}.json`, name)
      expect(schemaProblems(data, name)).toEqual([])
      expect(schemaProblems({ ...data, sourse: '' }, name)).not.toEqual([])
    },
  )
})
