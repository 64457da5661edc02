import type { ModelClauseId, ModelSlot } from '../../../ceasefire/clause-library.ts'

/**
 * The model text of a ceasefire, clause by clause, in our own words; what it must be told by those
 * who agree it stands in slots, and under `gap` what a slot asks for.
 */
export const clauseSentences: Readonly<
  Record<`clause.${ModelClauseId}` | `gap.${ModelSlot}`, string>
> = {
  'clause.parties.signatories': 'The parties to this agreement are {signatories}.',
  'clause.parties.others':
    'Armed groups that do not sign this agreement are bound by it as follows: {others}.',
  'clause.type.class': 'This agreement is a {class}. It is {declaration}, {form} and {publicity}.',
  'clause.entry.instant':
    'All fire and every act that Article 6 prohibits cease, and this agreement enters into force, {instant}.',
  'clause.entry.date': 'Another date may be set in its place by {dateBy}, until {dateUntil}.',
  'clause.entry.orders':
    'The orders that carry out this agreement are given by {ordersBy} to all forces and units, down to {ordersTo}, and are out no later than {ordersOut}.',
  'clause.duration.term': 'This agreement remains in force {term}.',
  'clause.duration.renewal': 'This agreement is renewed or extended as follows: {renewal}.',
  'clause.duration.review': 'This agreement is reviewed as follows: {review}.',
  'clause.scope.scope': 'This agreement holds for {scope}.',
  'clause.scope.lines':
    'The lines of which this agreement speaks are those of Annex A, each as of its date and by its source: {lines}.',
  'clause.scope.map':
    'They are drawn on the map of Annex A: {map}. Coordinates: {coordinates}. Markers on the ground: {markers}.',
  'clause.prohibited.acts':
    'From entry into force on the parties shall refrain from these acts, which are prohibited: {prohibited}.',
  'clause.prohibited.unmanned': 'For unmanned aircraft (drones) this rule holds: {unmanned}.',
  'clause.prohibited.violation': 'A violation of this agreement means {violation}.',
  'clause.permitted.acts': 'These acts remain permitted: {permitted}.',
  'clause.return-fire.rule':
    'Fire may be returned, and self-defence is allowed, by this rule: {returnFire}.',
  'clause.withdrawal.weapons': 'In this agreement the term “heavy weapons” includes {heavy}.',
  'clause.withdrawal.distance': '{weapon}: the distance is {measure}.',
  'clause.withdrawal.baseline': '{weapon}: {baseline} {baselineReason}.',
  'clause.withdrawal.time':
    '{weapon}: the withdrawal begins {starts} and is completed no later than {ends}.',
  'clause.withdrawal.verified': '{weapon}: the withdrawal is verified by {verifiers}.',
  'clause.inventories.declared':
    'Each party declares {inventoryOf} no later than {inventoryBy}. These declarations are verified no later than {inventoryVerified}.',
  'clause.storage.sites': '{weapon}: weapons that are withdrawn are stored as follows: {storage}.',
  'clause.storage.inspections': 'Storage sites and zones are inspected {inspections}.',
  'clause.monitoring.by': 'This agreement is monitored by {monitors}. Their mandate: {mandate}.',
  'clause.monitoring.terms':
    'The monitoring mission works under written terms of reference: {monitoringTerms}.',
  'clause.monitoring.movement': 'The monitors have freedom of movement: {movement}.',
  'clause.monitoring.security':
    'The parties shall ensure the security of the monitors: {security}.',
  'clause.monitoring.technology': 'The monitors may use these technical means: {technology}.',
  'clause.complaints.deadlines':
    'A complaint about a violation is lodged within {complaintWithin} of the act. It is verified within {verifiedWithin}, investigated by {investigators} within {investigatedWithin}, and decided within {decidedWithin}.',
  'clause.complaints.ladder':
    'An unsettled complaint is referred to the next higher level, in this order: {ladder}. Where the last of these is not agreed: {ladderEnd}.',
  'clause.complaints.record': 'Complaints, incidents and findings are kept in {record}.',
  'clause.commissions.meets': '{body} meets {bodyMeets}, at {bodyPlace}.',
  'clause.commissions.rank': '{body}: each delegation is led by an officer of {bodyRank}.',
  'clause.commissions.terms': '{body}: the terms of reference of this body are {bodyTerms}.',
  'clause.commissions.decides':
    '{body}: this body decides by {bodyDecides}. Where it cannot agree, the matter is decided as follows: {bodyDeadlock}.',
  'clause.sanctions.rule':
    'Those who violate this agreement are disciplined as follows: {sanctions}.',
  'clause.liaison.channel':
    '{channel} is a direct line (hotline) between {channelEnds}. A message over the direct line is acknowledged within {acknowledge} and answered within {answer}. The direct line is tested every day at {lineCheck}.',
  'clause.humanitarian.access': 'Humanitarian aid and access: {humanitarian}.',
  'clause.humanitarian.detainees':
    'Detainees are released and lists of them exchanged as follows: {detainees}.',
  'clause.humanitarian.missing':
    'The missing are searched for, and the remains of the dead returned, as follows: {missing}.',
  'clause.humanitarian.mines':
    'Records of mines and of other explosive devices are handed over as follows: {mineRecords}.',
  'clause.civilians.works':
    'Civilian works near the line are notified {worksNotice} in advance over {worksChannel}. The rule for such works: {worksRule}.',
  'clause.communication.rule': 'What is said in public about this agreement: {communication}.',
  'clause.political.talks':
    'Talks (“{talks}”) begin only after this agreement is in force: {talksStart}.',
  'clause.guarantors.obligation':
    '{guarantor} guarantees this agreement and undertakes this: {obligation}.',
  'clause.amendment.amendment': 'This agreement is amended as follows: {amendment}.',
  'clause.amendment.termination': 'This agreement ends as follows: {termination}.',
  'clause.amendment.suspension':
    'Should the monitoring mission be suspended, its people leave, or are evacuated, as follows: {suspension}.',
  'clause.amendment.escape':
    'This agreement may be departed from under this clause: {escape}. Using it is subject to this: {escapeCost}.',
  'clause.amendment.no-escape': 'Nothing in this agreement allows an exception{noEscape}.',
  'clause.amendment.languages':
    'This agreement is done in the languages {authentic}, each text being equally authentic. In case of divergence this holds: {prevails}. Translations: {translation}.',

  'gap.signatories': 'who signs and is bound',
  'gap.others': 'which armed groups do not sign, and what binds them',
  'gap.class': 'what kind of ceasefire it is',
  'gap.declaration': 'whether one side, two or more declare it',
  'gap.form': 'whether it is in writing',
  'gap.publicity': 'whether its text is public',
  'gap.instant': 'the day, hour and time zone',
  'gap.dateBy': 'who sets the date, together with whom',
  'gap.dateUntil': 'until when that can be done',
  'gap.ordersBy': 'whose orders',
  'gap.ordersTo': 'the lowest unit that must have them',
  'gap.ordersOut': 'when the orders are out, or how long before entry into force',
  'gap.term': 'for how long, or until when',
  'gap.renewal': 'how it is renewed',
  'gap.review': 'when it is reviewed',
  'gap.scope': 'where it holds',
  'gap.lines': 'which lines, each with its date, claim and source',
  'gap.map': 'the map, its scale and who keeps it',
  'gap.coordinates': 'the system of coordinates',
  'gap.markers': 'what marks the lines on the ground, and who sets it',
  'gap.prohibited': 'the prohibited acts, one by one',
  'gap.unmanned': 'whether, where and whose unmanned aircraft may fly',
  'gap.violation': 'what counts as a violation',
  'gap.permitted': 'the permitted acts, one by one',
  'gap.returnFire': 'when fire may be returned, on whose order, and told to whom',
  'gap.heavy': 'the classes and calibres of weapons',
  'gap.weapon': 'weapons of a class and calibre',
  'gap.measure': 'so many kilometres, and whether a width or from a line',
  'gap.baseline': 'from which line each party measures, and if not the same, why',
  'gap.baselineReason': 'why these lines differ',
  'gap.starts': 'when it begins',
  'gap.ends': 'when it ends',
  'gap.verifiers': 'who verifies it',
  'gap.inventoryOf': 'what is declared',
  'gap.inventoryBy': 'when it is declared',
  'gap.inventoryVerified': 'when declarations are checked',
  'gap.storage': 'the sites, who holds the keys, how often they are inspected',
  'gap.inspections': 'how often sites are inspected',
  'gap.monitors': 'who monitors it',
  'gap.mandate': 'what the monitors do',
  'gap.monitoringTerms': 'the terms of the mission',
  'gap.movement': 'where they go, how soon, and what is done when it is refused',
  'gap.security': 'who answers for the safety of the monitors, and how',
  'gap.technology': 'the means, such as cameras, unmanned aircraft or satellites',
  'gap.complaintWithin': 'the time for lodging',
  'gap.verifiedWithin': 'the time for verifying',
  'gap.investigators': 'who investigates',
  'gap.investigatedWithin': 'the time for investigating',
  'gap.decidedWithin': 'the time for deciding',
  'gap.ladder': 'the bodies, lowest first',
  'gap.ladderEnd': 'what follows at the last level',
  'gap.record': 'one record that both parties hold, and who keeps it',
  'gap.body': 'a joint body',
  'gap.bodyMeets': 'how often and when',
  'gap.bodyPlace': 'the place',
  'gap.bodyRank': 'the lowest grade, such as grade OF-6',
  'gap.bodyTerms': 'the terms of the body',
  'gap.bodyDecides': 'consensus, a majority or its chair',
  'gap.bodyDeadlock': 'what breaks a deadlock',
  'gap.sanctions': 'who disciplines them, and who is told',
  'gap.channel': 'a channel',
  'gap.channelEnds': 'whose ends',
  'gap.acknowledge': 'the time for acknowledging',
  'gap.answer': 'the time for answering',
  'gap.lineCheck': 'the hours of the tests',
  'gap.humanitarian': 'who brings aid, where, and who lets it pass',
  'gap.detainees': 'who is released, by when, in whose care',
  'gap.missing': 'who searches for them, by when, with whose access',
  'gap.mineRecords': 'who hands them to whom, by when',
  'gap.worksNotice': 'how long before works begin',
  'gap.worksChannel': 'the channel for works',
  'gap.worksRule': 'what works may be done and who may object',
  'gap.communication': 'who speaks, and what stays confidential',
  'gap.talks': 'which talks',
  'gap.talksStart': 'what comes first, and when they begin',
  'gap.guarantor': 'a guarantor',
  'gap.obligation': 'what the guarantor owes',
  'gap.amendment': 'who amends it',
  'gap.termination': 'who may end it, with what notice',
  'gap.suspension': 'when the mission is suspended, by whose decision, by which route',
  'gap.escape': 'the clause, or that there is none',
  'gap.escapeCost': 'what using it costs',
  'gap.noEscape': 'that there is none',
  'gap.authentic': 'the languages',
  'gap.prevails': 'which text prevails',
  'gap.translation': 'who answers for translations'
}
