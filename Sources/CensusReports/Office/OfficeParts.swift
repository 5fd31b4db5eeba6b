/// The list of an office file's parts and what each is.
func officeContentTypes(_ parts: [(path: String, type: String)]) -> String {
  let overrides = parts.map { "<Override PartName=\"\($0.path)\" ContentType=\"\($0.type)\"/>" }
  return xmlHead
    + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    + "<Default Extension=\"rels\" "
    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + overrides.joined() + "</Types>\n"
}

/// What a part of an office file refers to; the first is `rId1`.
func relationships(_ targets: [(kind: String, path: String)]) -> String {
  let list = targets.enumerated().map { index, target in
    "<Relationship Id=\"rId\(index + 1)\" Type=\"http://schemas.openxmlformats.org/"
      + "officeDocument/2006/relationships/\(target.kind)\" Target=\"\(target.path)\"/>"
  }
  return xmlHead
    + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    + list.joined() + "</Relationships>\n"
}
