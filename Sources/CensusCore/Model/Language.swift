/// The two languages in which every word of the product exists.
public enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}
