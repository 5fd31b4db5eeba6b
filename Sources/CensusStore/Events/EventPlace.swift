import CensusCore

/// Where an event lies: with its quarter, with what outlives quarters, or apart from what is shared.
///
/// The place follows from the event alone, so that its file never moves. Contacts hold telephone
/// numbers and always lie in `private/`, also where `shareContacts` is set: whether that folder is
/// shared is for `.gitignore` and for whoever shares to heed.
enum EventPlace: Hashable {
  case quarter(Quarter)
  case standing
  case contacts

  init(_ event: Event) {
    self.init(event.quarter, event.payload)
  }

  init(_ quarter: Quarter?, _ payload: Event.Payload) {
    if case .contact = payload {
      self = .contacts
    } else if let quarter {
      self = .quarter(quarter)
    } else {
      self = .standing
    }
  }

  /// The places of what concerns a quarter.
  static func all(of quarter: Quarter?) -> [EventPlace] {
    (quarter.map { [.quarter($0)] } ?? []) + [.standing, .contacts]
  }

  /// The folder of all events but contacts.
  static let folder = "events"

  /// The folder of its days.
  var path: String {
    switch self {
    case .quarter(let quarter): "\(EventPlace.folder)/\(quarter)"
    case .standing: "\(EventPlace.folder)/standing"
    case .contacts: "private"
    }
  }
}
