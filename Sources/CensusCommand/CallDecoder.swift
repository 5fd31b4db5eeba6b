internal import CensusCore
internal import CharacterSets

/// Makes texts of the bytes that a program was called with: in the character set that the locale
/// names if that is one of the mainland, else in UTF-8.
///
/// What is no text in it is none: it would be recorded with characters that nobody typed.
package struct CallDecoder {
  /// An argument or a variable that is no text.
  package enum Fault: Error, Equatable {
    /// The argument with this number, the first being 1, as far as it can be shown.
    case argument(Int, shown: String)
    /// The variable of the environment.
    case variable(String)
  }

  /// The character set, by its name.
  package let charset: String

  private var isUTF8: Bool { charset == "UTF-8" }

  /// Goes by the variables of the locale: what stands behind the dot, as `zh_CN.GBK`.
  package init(_ environment: [String: String]) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    let codeset = (locale ?? "").split(separator: "@").first?.split(separator: ".").dropFirst().last
    let name = (codeset ?? "").uppercased().filter { $0 != "-" && $0 != "_" }
    charset = ["GB18030", "GBK", "GB2312", "EUCCN"].contains(name) ? "GB18030" : "UTF-8"
  }

  /// The text of some bytes; nil if they are none.
  package func text(_ bytes: [UInt8]) -> String? {
    let other = isUTF8 ? nil : CallDecoder.decoded(bytes, from: charset)
    return other ?? String(validating: bytes, as: UTF8.self)
  }

  /// The texts of arguments.
  ///
  /// - Throws: `Fault.argument` for the first that is none.
  package func texts(_ arguments: [[UInt8]]) throws(Fault) -> [String] {
    var texts: [String] = []
    for (index, bytes) in arguments.enumerated() {
      guard let text = text(bytes) else {
        throw .argument(index + 1, shown: String(decoding: bytes, as: UTF8.self))
      }
      texts.append(text)
    }
    return texts
  }

  /// What is to be said of a fault.
  func sentence(_ fault: Fault) -> Phrase {
    let what: Phrase =
      switch fault {
      case .argument(let number, let shown):
        Phrase("第\(number)个参数“\(shown)”", "argument \(number), “\(shown)”,")
      case .variable(let name): Phrase("环境变量 \(name) 的值", "the value of \(name)")
      }
    let cure =
      isUTF8
      ? Phrase(
        "终端使用 GBK 的，请设 LC_ALL=zh_CN.GB18030；否则请改用 UTF-8 输入",
        "set LC_ALL=zh_CN.GB18030 on a terminal that uses GBK, else type it in UTF-8")
      : Phrase(
        "终端使用 UTF-8 的，请设 LC_ALL=zh_CN.UTF-8；否则请重新输入",
        "set LC_ALL=zh_CN.UTF-8 on a terminal that uses UTF-8, else type it again")
    return Phrase(
      "\(what.chinese)不是 \(charset) 文本，未执行任何操作；\(cure.chinese)。",
      "\(what.english) is no text in \(charset), so nothing was done; \(cure.english).")
  }

  /// A text as bytes of the locale's character set, for a terminal; UTF-8 if the system lacks it.
  func bytes(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return isUTF8 ? bytes : converted(bytes, from: "UTF-8", to: charset) ?? bytes
  }

  /// Bytes of another character set; nil if they are not well-formed, or the system lacks it.
  private static func decoded(_ bytes: [UInt8], from charset: String) -> String? {
    converted(bytes, from: charset, to: "UTF-8").flatMap { String(validating: $0, as: UTF8.self) }
  }
}
