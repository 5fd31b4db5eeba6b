internal import CNcurses
internal import TerminalKit

extension Key {
  /// The key behind a character that the terminal sent, nil if it means nothing.
  init?(typed value: UInt32) {
    switch value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x01...0x1A:
      guard let letter = Unicode.Scalar(value + 0x60) else { return nil }
      self = .control(Character(letter))
    case 0x20...:
      guard !(0x80..<0xA0).contains(value), let scalar = Unicode.Scalar(value) else { return nil }
      self = .character(Character(scalar))
    default: return nil
    }
  }

  /// The key behind a code of CNcurses.
  init?(code: Int) {
    switch code {
    case Int(CN_UP): self = .up
    case Int(CN_DOWN): self = .down
    case Int(CN_LEFT): self = .left
    case Int(CN_RIGHT): self = .right
    case Int(CN_HOME): self = .home
    case Int(CN_END_KEY): self = .end
    case Int(CN_PAGE_UP): self = .pageUp
    case Int(CN_PAGE_DOWN): self = .pageDown
    case Int(CN_INSERT): self = .insert
    case Int(CN_DELETE): self = .delete
    case Int(CN_BACKSPACE): self = .backspace
    case Int(CN_ENTER): self = .enter
    case Int(CN_BACK_TAB): self = .backTab
    case Int(CN_SHIFT_UP): self = .shiftUp
    case Int(CN_SHIFT_DOWN): self = .shiftDown
    case Int(CN_SHIFT_PAGE_UP): self = .shiftPageUp
    case Int(CN_SHIFT_PAGE_DOWN): self = .shiftPageDown
    case Int(CN_CONTROL_UP): self = .controlUp
    case Int(CN_CONTROL_DOWN): self = .controlDown
    case (Int(CN_FUNCTION) + 1)...: self = .function(code - Int(CN_FUNCTION))
    default: return nil
    }
  }
}
