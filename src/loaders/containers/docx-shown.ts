/**
 * The text of a Word document's main part with that alone in it which the page shows: no hidden runs; what is crossed out twice is
 * crossed out; what is raised is a superscript; a field has its result; of words with a gloss above them the words; digits put in as
 * symbols or as an equation are text; and a cell of a table that holds nothing but a picture, a symbol or an equation has a mark for it.
 *
 * @param styles the document's styles, which runs name
 */
export function shownDocument(xml: string, styles = ''): string {
  const ofStyle = tellingStyles(styles)
  return xml
    .replace(GLOSSED, '</w:r>$1<w:r>')
    .replace(RUN, (run, properties: string) => {
      const named = ofStyle.get(/<w:rStyle\s+w:val="([^"<>]{1,100})"/.exec(properties)?.[1] ?? '')
      if (named === undefined) return shownRun(run, properties)
      const own = named.filter((property) => !properties.includes(property.slice(0, property.search(/[\s/]/))))
      return shownRun(run.replace('</w:rPr>', `${own.join('')}</w:rPr>`), properties + own.join(''))
    })
    .replace(/<(\/?)w:fldSimple(?:\s[^<>]{0,2000})?>/g, '')
    .replace(SYMBOL, digitShown)
    .replace(EQUATION, equationShown)
    .replace(CELL, (cell) =>
      isPictureAlone(cell) ? cell.replace(/<\/w:p>/, `<w:r><w:t>${PICTURE}</w:t></w:r></w:p>`) : cell,
    )
}

const GLOSSED =
  /<w:ruby(?:\s[^<>]{0,500})?>(?:(?!<\/w:ruby>)[\s\S]){0,5000}?<w:rubyBase>((?:(?!<\/w:rubyBase>)[\s\S]){0,5000})<\/w:rubyBase>\s{0,99}<\/w:ruby>/g
const RUN =
  /<w:r(?:\s[^<>]{0,500})?>\s*<w:rPr>((?:(?!<\/w:rPr>)[\s\S]){0,3000})<\/w:rPr>(?:(?!<\/w:r>)[\s\S]){0,20000}<\/w:r>/g
const CELL = /<w:tc(?:\s[^<>]{0,500})?>(?:(?!<\/w:tc>|<w:tbl>)[\s\S]){0,50000}<\/w:tc>/g
const PICTURE = '\ufffc'

function shownRun(run: string, properties: string): string {
  if (isOn(properties, 'vanish')) return ''
  if (isOn(properties, 'dstrike')) return run.replace('<w:rPr>', '<w:rPr><w:strike/>')
  const raised = /<w:position\s+w:val="[1-9]\d{0,3}"/.test(properties) && !properties.includes('<w:vertAlign')
  return raised ? run.replace('</w:rPr>', '<w:vertAlign w:val="superscript"/></w:rPr>') : run
}

const STYLE =
  /<w:style\s[^<>]{0,300}w:styleId="([^"<>]{1,100})"[^<>]{0,300}>((?:(?!<\/w:style>)[\s\S]){0,20000})<\/w:style>/g
const TELLING = /<w:(?:vanish|d?strike|position|vertAlign)(?:\s[^<>]{0,100})?\/>/g

/** The properties by which a style hides, crosses out or raises letters, by its name in the file. */
function tellingStyles(styles: string): ReadonlyMap<string, readonly string[]> {
  const found = Array.from(styles.matchAll(STYLE), ([, id = '', body = '']): [string, string[]] => [
    id,
    body.match(TELLING) ?? [],
  ])
  return new Map(found.filter(([, properties]) => properties.length > 0))
}

/** Whether a property of a run is set. */
function isOn(properties: string, name: string): boolean {
  const found = new RegExp(`<w:${name}(?:\\s+w:val="(\\w{1,5})")?\\s*/>`).exec(properties)
  return found !== null && !/^(?:0|false|off)$/.test(found[1] ?? '')
}

const SYMBOL = /<w:sym\s[^<>]{0,300}\/>/g

/** A digit that is put in as a symbol; the fonts of pictures have other signs in the places of digits. */
function digitShown(symbol: string): string {
  const [, font = ''] = /w:font="([^"<>]{0,100})"/.exec(symbol) ?? []
  const [, digit] = /w:char="[0F]03(\d)"/i.exec(symbol) ?? []
  return digit === undefined || /dings|marlett|webdings/i.test(font) ? symbol : `<w:t>${digit}</w:t>`
}

const EQUATION = /<m:oMath(?:\s[^<>]{0,500})?>((?:(?!<\/m:oMath>)[\s\S]){0,10000})<\/m:oMath>/g
/** Elements of an equation that only follow each other. */
const IN_LINE = /^(?:r|t|rPr|sty|nor|lit|scr|brk|aln|ctrlPr)$/

/** The text of an equation whose parts stand in one line; a mark for any other. */
function equationShown(_: string, body: string): string {
  const isInLine = Array.from(body.matchAll(/<m:(\w+)/g)).every(([, name = '']) => IN_LINE.test(name))
  const texts = Array.from(body.matchAll(/<m:t(?:\s[^<>]{0,200})?>([^<>]{0,1000})<\/m:t>/g), ([, text = '']) => text)
  return `<w:r><w:t>${isInLine ? texts.join('') : PICTURE}</w:t></w:r>`
}

function isPictureAlone(cell: string): boolean {
  return /<w:(?:pict|drawing|object|sym)[\s>]/.test(cell) && !/<w:t[\s>]/.test(cell)
}
