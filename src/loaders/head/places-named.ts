import { headWords } from '../../forms/head-words.js'
import { longestRegionName, type Region, regionsNamed, regionsShortlyNamed } from '../../forms/regions.js'
import { anyOf, once } from '../word-patterns.js'
import { bearersOf, liesIn } from './region.js'

/** A place named somewhere, and where in the text its name ends; several where they share the name. */
interface Mention {
  readonly places: readonly Region[]
  readonly end: number
}

const HAN = /\p{Script=Han}/u
const BEFORE_PLACES = '与及向从到在由对为是'

const site = once(() => new RegExp(`^["”]?(?:${anyOf(headWords().places.sites)})`))
/** “中国某某”县政府门户网站 */
const gateway = /中国(?<name>\p{Script=Han}{2,4})["”]?\s?(?<kind>[省市县区州旗])(?:人民)?政府/gu

/**
 * The places that a text names, from the widest to the narrowest, where each lies within the one before; `null` where they do
 * not, or where a name may be that of several of them. Names are full (余杭区), or short behind the place around and before words for
 * a site (杭州余杭门户网站).
 */
export function placesNamed(text: string, year: number | null): readonly Region[] | null {
  const mentions = [...named(text, year), ...gateways(text, year)]
  const sure = new Map(mentions.flatMap(([only, ...more]) => (only && more.length === 0 ? [[only.code, only]] : [])))
  for (const places of mentions) {
    if (places.length < 2) continue
    const fitting = places.filter((place) =>
      [...sure.values()].some((known) => known.code === place.code || liesIn(place, known) || liesIn(known, place)),
    )
    const [one] = fitting
    if (one === undefined || fitting.length > 1) return null
    sure.set(one.code, one)
  }
  const chain = [...sure.values()].sort((a, b) => depth(a) - depth(b))
  return chain.every((place, i) => i === 0 || liesIn(place, chain[i - 1] ?? place)) ? chain : null
}

function named(text: string, year: number | null): (readonly Region[])[] {
  const found: (readonly Region[])[] = []
  for (let at = 0; at < text.length - 1; at++) {
    const first = HAN.test(text.charAt(at)) ? (full(text, at, year) ?? shortPair(text, at, year)) : null
    for (let one = first; one !== null; one = within(text, one, year)) {
      found.push(one.places)
      at = one.end - 1
    }
  }
  return found
}

/**
 * The longest full name that begins there. One of two characters may be the end of one word and the begin of another (各乡镇和县直单位), unless
 * such a word goes before it as stands before places; so may one with 全 (全州县市).
 */
function full(text: string, at: number, year: number | null): Mention | null {
  for (let length = longestRegionName(); length >= 2; length--) {
    const name = text.slice(at, at + length)
    const before = text.charAt(at - 1)
    if (name.startsWith('全') || (length === 2 && HAN.test(before) && !BEFORE_PLACES.includes(before))) continue
    const places = bearersOf(regionsNamed(name), year)
    if (places.length > 0) return { places, end: at + length }
  }
  return null
}

/** 杭州余杭门户网站: a prefecture and a place in it, both by their short names, before words for a site. */
function shortPair(text: string, at: number, year: number | null): Mention | null {
  for (const length of [2, 3, 4]) {
    const [only, ...more] = bearersOf(regionsShortlyNamed(text.slice(at, at + length)), year)
    if (!only?.code.endsWith('00') || more.length > 0) continue
    const inner = shortWithin(text, at + length, only, year)
    if (inner !== null) return inner
  }
  return null
}

/** The place named right behind one around it. */
function within(text: string, { places, end }: Mention, year: number | null): Mention | null {
  const [around, ...more] = places
  if (around === undefined || more.length > 0) return null
  for (let length = longestRegionName(); length >= 2; length--) {
    const inner = bearersOf(regionsNamed(text.slice(end, end + length)), year).filter((place) => liesIn(place, around))
    if (inner.length > 0) return { places: inner, end: end + length }
  }
  return shortWithin(text, end, around, year)
}

function shortWithin(text: string, from: number, around: Region, year: number | null): Mention | null {
  for (const length of [4, 3, 2]) {
    const end = from + length
    const inner = bearersOf(regionsShortlyNamed(text.slice(from, end)), year).filter((place) => liesIn(place, around))
    if (inner.length === 1 && site().test(text.slice(end, end + 12))) return { places: inner, end }
  }
  return null
}

function gateways(text: string, year: number | null): (readonly Region[])[] {
  return [...text.matchAll(gateway)]
    .map(({ groups }) => bearersOf(regionsNamed(`${groups?.name}${groups?.kind}`), year))
    .filter((places) => places.length > 0)
}

function depth({ code }: Region): number {
  return code.replace(/(?:00)+$/, '').length
}
