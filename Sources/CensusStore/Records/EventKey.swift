/// The keys of events: those that all have, then those of the known kinds.
enum EventKey: String {
  case type
  case v
  case on
  case at
  case actor
  case origin
  case batch
  case batchSize
  case clock
  case seen
  case nonce
  case quarter
  case round
  case subject
  // What arrived, was sent back, excused, extended, ordered anew.
  case part
  case signature
  case signer
  case post
  case incoming
  case document
  case dated
  case channel
  case file
  case sha256
  case covers
  case note
  case reason
  case authority
  case until
  case reference
  // Reminders and whom to call.
  case to
  case answer
  case promised
  case name
  case phone
  // What has to be mended, and whether it is.
  case lines
  case verdict
  case recheckRound
  case evidence
  // Accountability.
  case stage
  case approvedBy
  case measure
  case person
  case findings
  // Sites and corrections.
  case status
  case from
  case successor
  case filed
  case field
  case old
  case new
  // Events and remarks.
  case targets
  case step
  case keep
  case kind
  case text
  case due
  // Rows of `check`.
  case published
  case computed
}
