/** @typedef {import('../shapes.js').Overview} Overview */
/** @typedef {import('../shapes.js').Entry} Entry */
/** @typedef {import('../shapes.js').Detail} Detail */

/** How many reports' details are kept once read. */
const KEPT_DETAILS = 24

/** @type {Overview} */
export const overview = JSON.parse(document.getElementById('overview')?.textContent ?? '{}')

const idCounts = new Map()
for (const { id } of overview.entries) idCounts.set(id, (idCounts.get(id) ?? 0) + 1)

/** The name of a report in links: its id, or its file where several have the same id. @param {Entry} entry @returns {string} */
export function nameOf(entry) {
  return idCounts.get(entry.id) === 1 ? entry.id : entry.file
}

const byName = new Map(overview.entries.map((entry) => [nameOf(entry), entry]))

/** @param {string} name @returns {Entry | undefined} */
export function entryNamed(name) {
  return byName.get(name) ?? overview.entries.find((entry) => entry.id === name)
}

/** @type {Map<string, Detail>} */
const details = new Map()

/** @param {Detail} detail */
function keepDetail(detail) {
  details.delete(detail.file)
  details.set(detail.file, detail)
  const oldest = details.keys().next().value
  if (details.size > KEPT_DETAILS && oldest !== undefined) details.delete(oldest)
  return detail
}

/** The address of a detail file as a browser takes it for a script; nothing but files beside the page passes. */
const scriptAddress = (() => {
  /** @param {string} address */
  const checked = (address) => {
    if (!/^audit\/[^?#\\]+\.js$/.test(address) || address.includes('/../')) throw new TypeError(address)
    return address
  }
  const factory = /** @type {any} */ (window).trustedTypes
  const policy = factory?.createPolicy('gongkai', { createScriptURL: checked })
  return policy ? (/** @type {string} */ address) => policy.createScriptURL(address) : checked
})()

Object.defineProperty(window, 'gongkaiDetail', { value: keepDetail })

/**
 * What is known of one report: from the page itself, or from the file beside it, which is loaded as a script, since a page
 * opened from a disk may not fetch.
 *
 * @param {Entry} entry
 * @returns {Promise<Detail>}
 */
export async function detailFor(entry) {
  const known = details.get(entry.file)
  if (known !== undefined) return keepDetail(known)
  if (!overview.embedded) await loadScript(`audit/${entry.file.split('/').map(encodeURIComponent).join('/')}.js`)
  else {
    const blocks = [...document.querySelectorAll('script[data-report]')]
    const block = blocks.find((one) => one.getAttribute('data-report') === entry.file)
    if (block) keepDetail(JSON.parse(block.textContent ?? ''))
  }
  const detail = details.get(entry.file)
  if (detail === undefined) throw new Error(`audit/${entry.file}.js`)
  return detail
}

/** @param {string} address @returns {Promise<void>} */
function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = scriptAddress(address)
    script.onload = () => {
      script.remove()
      resolve()
    }
    script.onerror = () => {
      script.remove()
      reject(new Error(address))
    }
    document.head.append(script)
  })
}
