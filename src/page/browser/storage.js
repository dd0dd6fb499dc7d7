/** What the browser keeps between visits, where it keeps anything: some keep nothing for pages opened from a disk. */

const STORE = 'gongkai.'

/** @param {string} key @returns {string | null} */
export function recall(key) {
  try {
    return localStorage.getItem(STORE + key)
  } catch {
    return null
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    localStorage.setItem(STORE + key, value)
  } catch {
    // nothing is kept then; what is noted stays in memory and can be saved as a file
  }
}
