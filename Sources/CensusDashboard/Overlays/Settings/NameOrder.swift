import CensusCore
import CensusLists

extension SortKey {
  /// The key of a name: its place in the official order, or its pinyin.
  static func name(_ name: String, at position: Int, _ order: NameOrder) -> SortKey {
    switch order {
    case .official: .number(position)
    case .pinyin: .pinyin(PinyinKey(name))
    }
  }
}
