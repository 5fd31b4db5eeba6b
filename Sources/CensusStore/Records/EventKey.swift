/// The keys that all events have.
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
  case revision
  case round
  case subject
}
