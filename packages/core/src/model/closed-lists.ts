/**
 * The closed lists of the language: the words a case may use. Each list is written once; the reader
 * and the JSON Schema check against it, and the type beside it is what the model carries.
 */

/** What kind of party somebody is. */
export const PARTY_KINDS = ['state', 'organisation', 'armed-group', 'bloc', 'people'] as const
/** One of `PARTY_KINDS`. */
export type PartyKind = (typeof PARTY_KINDS)[number]

/** What part a party takes. */
export const ROLES = [
  'belligerent',
  'mediator',
  'guarantor',
  'observer',
  'supporter',
  'third'
] as const
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number]

/** What kind of thing a source is; `assumption` is the authors' own judgement. */
export const SOURCE_KINDS = [
  'statement',
  'treaty',
  'law',
  'poll',
  'dataset',
  'analysis',
  'news',
  'game',
  'assumption'
] as const
/** One of `SOURCE_KINDS`. */
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** The stage of staged terms that a redline is read at. */
export const REDLINE_STAGES = ['first', 'end', 'both'] as const
/** One of `REDLINE_STAGES`. */
export type RedlineStage = (typeof REDLINE_STAGES)[number]

/** What an entry of the ledger speaks for: going on, or stopping. */
export const LEDGER_SIDES = ['continue', 'stop'] as const
/** One of `LEDGER_SIDES`. */
export type LedgerSide = (typeof LEDGER_SIDES)[number]

/** How closely a poll's question fits what is to be ratified. */
export const POLL_FITS = ['direct', 'related', 'distant'] as const
/** One of `POLL_FITS`. */
export type PollFit = (typeof POLL_FITS)[number]

/** What becomes of those who gave no answer. */
export const UNDECIDED = ['split', 'against', 'drop'] as const
/** One of `UNDECIDED`. */
export type Undecided = (typeof UNDECIDED)[number]

/** Which way a move goes: made and undone, only made, only undone. */
export const DIRECTIONS = ['both', 'forward', 'back'] as const
/** One of `DIRECTIONS`. */
export type Direction = (typeof DIRECTIONS)[number]

/** Acts of third states that the law of neutrality and of party status speaks to. */
export const ACTS = [
  'state-arms-supply',
  'private-arms-export',
  'training',
  'strategic-intelligence',
  'targeting-intelligence',
  'joint-target-selection',
  'operating-weapons',
  'no-fly-enforcement',
  'troops',
  'basing',
  'transit',
  'volunteers',
  'recruiting',
  'financing',
  'non-lethal-aid',
  'sanctions',
  'massive-support',
  'long-range-strike-permission',
  'regime-change-support',
  'expansion',
  'hybrid-attack',
  'alignment'
] as const
/** One of `ACTS`. */
export type ActKind = (typeof ACTS)[number]

/** What a line on the map is claimed to be. */
export const LINE_KINDS = [
  'contact',
  'actual-control',
  'agreed-ceasefire',
  'demarcation',
  'withdrawal',
  'status-quo-ante',
  'claimed'
] as const
/** One of `LINE_KINDS`. */
export type LineKind = (typeof LINE_KINDS)[number]

/** How far a ceasefire goes. */
export const CEASEFIRE_CLASSES = [
  'cessation-of-hostilities',
  'preliminary',
  'definitive',
  'humanitarian-pause',
  'localised'
] as const
/** One of `CEASEFIRE_CLASSES`. */
export type CeasefireClass = (typeof CEASEFIRE_CLASSES)[number]

/** Classes of weapon a withdrawal speaks of. */
export const WEAPONS = [
  'artillery',
  'mortar',
  'mlrs',
  'long-range-mlrs',
  'tactical-missile',
  'tank',
  'armoured-vehicle',
  'air-defence',
  'uav',
  'aircraft',
  'personnel',
  'small-arms',
  'missile',
  'vessel',
  'mobilised-personnel'
] as const
/** One of `WEAPONS`. */
export type WeaponClass = (typeof WEAPONS)[number]

/** Who declares a ceasefire: one side, two or more. */
export const DECLARATIONS = ['unilateral', 'bilateral', 'multilateral'] as const
/** One of `DECLARATIONS`. */
export type Declaration = (typeof DECLARATIONS)[number]

/** Whether a ceasefire is written down. */
export const CEASEFIRE_FORMS = ['written', 'verbal'] as const
/** One of `CEASEFIRE_FORMS`. */
export type CeasefireForm = (typeof CEASEFIRE_FORMS)[number]

/** Whether the text is known to all. */
export const PUBLICITIES = ['public', 'confidential'] as const
/** One of `PUBLICITIES`. */
export type Publicity = (typeof PUBLICITIES)[number]

/** What a ceasefire may prohibit or permit by name. */
export const CEASEFIRE_ACTS = [
  'offensive-operations',
  'fire',
  'sniper-fire',
  'strikes',
  'forward-moves',
  'reconnaissance',
  'sabotage',
  'uav',
  'aircraft',
  'naval-movement',
  'mines',
  'fortification',
  'heavy-weapons-in-settlements',
  'reinforcement',
  'rotation',
  'resupply',
  'non-lethal-supply',
  'medical-evacuation',
  'works',
  'mine-clearance',
  'training',
  'recruitment',
  'electronic-warfare',
  'hostile-propaganda'
] as const
/** One of `CEASEFIRE_ACTS`. */
export type CeasefireAct = (typeof CEASEFIRE_ACTS)[number]

/** How the record of violations is kept: one log, one log in two copies, or each side its own. */
export const RECORDS = ['joint', 'duplicate', 'separate'] as const
/** One of `RECORDS`. */
export type RecordKind = (typeof RECORDS)[number]

/** What a zone on the ground, at sea or in the air is. */
export const ZONE_KINDS = [
  'demilitarised-zone',
  'zone-of-separation',
  'area-of-separation',
  'area-of-limitation',
  'security-zone',
  'buffer-zone',
  'disengagement-area',
  'ground-safety-zone',
  'air-safety-zone',
  'no-fly-zone',
  'sea-area',
  'storage-site',
  'cantonment',
  'corridor'
] as const
/** One of `ZONE_KINDS`. */
export type ZoneKind = (typeof ZONE_KINDS)[number]

/** How a withdrawal ends: everybody at one moment, or each by its own. */
export const COMPLETIONS = ['synchronised', 'staggered'] as const
/** One of `COMPLETIONS`. */
export type CompletionKind = (typeof COMPLETIONS)[number]

/** How a body decides. */
export const DECISIONS = ['consensus', 'majority', 'chair'] as const
/** One of `DECISIONS`. */
export type DecisionRule = (typeof DECISIONS)[number]

/** Track one is official, two is not, one and a half is between; three is among citizens. */
export const TRACK_KINDS = [1, 1.5, 2, 3] as const
/** One of `TRACK_KINDS`. */
export type TrackKind = (typeof TRACK_KINDS)[number]

/** Formats of a track. */
export const FORMATS = [
  'direct',
  'proximity',
  'shuttle',
  'contact-group',
  'conference',
  'sideline'
] as const
/** One of `FORMATS`. */
export type TrackFormat = (typeof FORMATS)[number]

/** As what somebody sits at a table. */
export const SEATS = ['party', 'mediator', 'guarantor', 'observer', 'chair', 'host'] as const
/** One of `SEATS`. */
export type Seat = (typeof SEATS)[number]

/** How much of the other tracks a track sees. */
export const SIGHTS = ['all', 'own', 'public'] as const
/** One of `SIGHTS`. */
export type Sight = (typeof SIGHTS)[number]

/** Kinds of standing meeting. */
export const MEETING_KINDS = [
  'flag-meeting',
  'joint-commission',
  'working-group',
  'review',
  'special'
] as const
/** One of `MEETING_KINDS`. */
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** How often a standing meeting is held. */
export const CADENCES = ['daily', 'weekly', 'fortnightly', 'monthly', 'yearly'] as const
/** One of `CADENCES`. */
export type Cadence = (typeof CADENCES)[number]

/** Officers' grades by NATO code. */
export const RANKS = [
  'OF-1',
  'OF-2',
  'OF-3',
  'OF-4',
  'OF-5',
  'OF-6',
  'OF-7',
  'OF-8',
  'OF-9',
  'OF-10'
] as const
/** One of `RANKS`. */
export type Rank = (typeof RANKS)[number]

/** What a channel carries. */
export const CHANNEL_KINDS = [
  'escalation',
  'incident',
  'launch',
  'exercise',
  'flight',
  'works',
  'demining',
  'convoy',
  'line-check'
] as const
/** One of `CHANNEL_KINDS`. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number]
