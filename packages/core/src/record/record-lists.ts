// The closed lists of the record: the words an entry may use, each written once. Words that a case
// uses too, such as classes of weapon, are in the model.

/** How something was perceived, from the eye at the place to what others say. */
export const OBSERVATION_MEANS = [
  'saw',
  'heard',
  'camera',
  'uav-short-range',
  'uav-mid-range',
  'uav-long-range',
  'satellite',
  'acoustic-sensor',
  'radar',
  'second-hand',
  'party-report',
  'media',
  'sensor-data'
] as const
/** One of `OBSERVATION_MEANS`. */
export type ObservationMeans = (typeof OBSERVATION_MEANS)[number]

/** How closely a time is known. */
export const TIME_PRECISIONS = ['minute', 'hour', 'day', 'week', 'month', 'unknown'] as const
/** One of `TIME_PRECISIONS`. */
export type TimePrecision = (typeof TIME_PRECISIONS)[number]

/** What an incident may be beside the acts that a ceasefire prohibits by name. */
export const OTHER_INCIDENTS = [
  'freedom-of-movement',
  'interference-with-monitors',
  'harm-to-civilians',
  'detention',
  'weapons-beyond-line',
  'damage-to-works',
  'other'
] as const
/** One of `OTHER_INCIDENTS`. */
export type OtherIncident = (typeof OTHER_INCIDENTS)[number]

/** What is counted where an incident is a number of observations. */
export const COUNTED = [
  'explosion',
  'projectile',
  'burst',
  'shot',
  'muzzle-flash',
  'flare',
  'flight',
  'vehicle',
  'person',
  'weapon',
  'violation'
] as const
/** One of `COUNTED`. */
export type Counted = (typeof COUNTED)[number]

/** Which way fire went, as far as the observer could tell. */
export const FIRE_DIRECTIONS = ['incoming', 'outgoing', 'undetermined'] as const
/** One of `FIRE_DIRECTIONS`. */
export type FireDirection = (typeof FIRE_DIRECTIONS)[number]

/** In what way monitors were kept from moving. */
export const RESTRICTIONS = ['denial', 'delay', 'conditional', 'jamming', 'mines'] as const
/** One of `RESTRICTIONS`. */
export type Restriction = (typeof RESTRICTIONS)[number]

/** What came of looking into something; not to have been let near is an outcome too. */
export const VERIFICATIONS = ['confirmed', 'not-confirmed', 'inconclusive', 'no-access'] as const
/** One of `VERIFICATIONS`. */
export type Verification = (typeof VERIFICATIONS)[number]

/** What came of asking who did it. */
export const ATTRIBUTIONS = ['party', 'not-attributed', 'contested'] as const
/** One of `ATTRIBUTIONS`. */
export type Attribution = (typeof ATTRIBUTIONS)[number]

/** Whether a message is meant, part of a drill, or a test of the line (CAP 1.2, `status`). */
export const MESSAGE_STATUSES = ['actual', 'exercise', 'test'] as const
/** One of `MESSAGE_STATUSES`. */
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

/** How soon something has to be done about a message (CAP 1.2, `urgency`). */
export const URGENCIES = ['immediate', 'expected', 'future', 'past', 'unknown'] as const
/** One of `URGENCIES`. */
export type Urgency = (typeof URGENCIES)[number]

/** What the range of NATO grades of a rank rests on. */
export const GRADE_BASES = ['stars', 'function', 'law', 'practice'] as const
/** One of `GRADE_BASES`. */
export type GradeBasis = (typeof GRADE_BASES)[number]

/** What an inspection found. */
export const INSPECTION_OUTCOMES = ['as-declared', 'missing', 'more', 'no-access'] as const
/** One of `INSPECTION_OUTCOMES`. */
export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number]

/** What is decided about a gate. */
export const GATE_DECISIONS = ['open', 'shut'] as const
/** One of `GATE_DECISIONS`. */
export type GateDecision = (typeof GATE_DECISIONS)[number]
