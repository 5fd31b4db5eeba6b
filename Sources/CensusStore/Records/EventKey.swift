/// The keys of events: those that all have, then those of the known kinds.
enum EventKey: String, CodingKey {
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
  // Receipts.
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
  // Retractions.
  case targets
  case reason
  // Notes.
  case kind
  case text
}
