/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * An element with attributes and children. What is text stays text: nothing here reads markup. Attributes that are functions
 * are listeners (`onclick`); `true` sets an empty attribute; `false`, `null` and `undefined` set none.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value))
  }
  put(element, children)
  return element
}

/** @param {Element} element @param {Child[]} children */
export function put(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue
    element.append(child instanceof Node ? child : document.createTextNode(String(child)))
  }
}

/** Puts children in the place of what an element holds. @param {Element} element @param {Child[]} children */
export function fill(element, ...children) {
  element.replaceChildren()
  put(element, children)
}

/** Lets the up and down keys move between the buttons and links of a list. @param {HTMLElement} list */
export function withArrows(list) {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const stops = [...list.querySelectorAll('button, a')]
    const next = stops[stops.indexOf(/** @type {Element} */ (document.activeElement)) + step]
    if (!(next instanceof HTMLElement)) return
    event.preventDefault()
    next.focus()
  })
  return list
}
