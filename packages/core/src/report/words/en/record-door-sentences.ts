/** Why an entry does not come into a record, and what is wrong with one that is verified. */
export const recordDoorSentences = {
  'door.at': 'entry {entry} (`{id}`): {what}',
  'door.at-number': 'entry {entry}: {what}',
  'door.at-checkpoint': 'the checkpoint: {what}',

  'door.changed': 'it was changed after it came in: the checkpoint vouches for other bytes here',
  'door.between': 'What is wrong lies from entry {from} to entry {to}.',

  'door.malformed': 'it is not an entry as this record knows them, at `{at}`{why}',
  'door.not-canonical': 'it is spelled in another way than the one that is signed',
  'door.wrong-record': 'it was signed for another record, `{record}`',
  'door.unknown-key': 'its key `{key}` is not among the keys of the record',
  'door.wrong-party': 'its key belongs to `{owner}`, and it speaks for `{party}`',
  'door.bad-signature':
    'its signature does not fit: it was changed after it was signed, or another key signed it',
  'door.revoked-key': 'its key `{key}` was revoked by entry {number}',
  'door.sequence-gap':
    'it is number {sequence} of its key and number {wanted} was due: one in between is missing, or their order was changed',
  'door.replayed': 'it is in the record already, as entry {number}',
  'door.id-taken': 'its id is taken by entry {number}, which says something else',
  'door.clock-ahead':
    'its author’s clock was {seconds} s ahead of the record’s, and {tolerance} s are tolerated; set the clock and sign it again',
  'door.back-dated':
    'it says that it was recorded at {recorded}, and by then its author had written or seen something of {before}: it was dated back',
  'door.two-heads':
    'its author has seen another record under this name: at size {size} the root was `{root}` there and is `{here}` here. Somebody shows two versions of this record',
  'door.received-order':
    'it says that it was received at {received}, before the entry that stands before it',
  'door.bad-commitment': 'the body beside it is not what it committed to',
  'door.bad-checkpoint':
    'it cannot be believed: it is of another record, cannot be read, or is signed by no key that keeps this one',
  'door.wrong-root':
    'it was signed over other entries than these: a root of `{root}`, and these give `{here}`',
  'door.missing-cosignature':
    'it bears cosignatures of {here} parties, and the record asks for {wanted}',
  'door.inconsistent':
    'an earlier checkpoint over {size} entries does not fit these: the record was rewritten behind it',
  'door.missing-entry': 'the record ends or breaks here, and {size} entries should be there',
  'door.role': 'a key of the role `{role}` of `{party}` may not do this',

  'door.unknown-kind': 'there is no kind of entry `{kind}`',
  'door.bad-content': 'its content is wrong at `{path}`: {message}',
  'door.unknown-name': 'the case has no {list} `{name}`',
  'door.unknown-entry': 'it is about an entry `{entry}` that the record does not have',
  'door.wrong-subject': 'it is about `{entry}`, a `{kind}`, where a `{wanted}` is meant',
  'door.not-for-role': 'a key of the role `{role}` does not write a `{kind}`',
  'door.not-yours': 'this about `{entry}` is for `{party}` to say',
  'door.replaced-already':
    'it replaces `{entry}`, which `{by}` has replaced already; replace that one',
  'door.time-order': 'it happened at {at}, before what it follows from: {what} at {before}',
  'door.not-yet':
    'it tells as happened what would be at {at}, and the record’s clock shows {received}',
  'door.step-order': 'the incident `{incident}` is {status}: before this step it has to be {needs}',
  'door.beneficiary-alone':
    'only `{by}` looked at `{incident}`, and each of them gains or loses by the outcome; somebody else has to be there, or both sides together',
  'door.off-ladder':
    'the rank `{rank}` stands at {low} to {high} on that ladder, and the entry gives {given}; say what else it rests on',
  'door.recess-rule.recess':
    'a recess of {days} days is longer than the {most} that `{meeting}` allows',
  'door.recess-rule.recall':
    'a recall at {hours} hours’ notice is shorter than the {notice} that `{meeting}` asks for',
  'door.channel.party': 'the channel `{channel}` does not lead from or to `{party}` here',
  'door.channel.kind': 'the channel `{channel}` does not carry messages of the kind `{kind}`',
  'door.said-already': '`{party}` said that already of `{entry}`',
  'door.exercise':
    'this record is kept in another way: in an exercise no message is meant in earnest, and only in an exercise are there injects'
} as const
