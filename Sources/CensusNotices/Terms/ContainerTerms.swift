package import CensusCore

extension ContainerFault {
  /// What is wrong, and what to do; to be put behind the file's name.
  package var sentence: Phrase {
    switch self {
    case .empty: Phrase("是空的，没有文字", "is empty: there is no text in it")
    case .oldOffice:
      Phrase(
        "是旧版 Office 或 WPS 文件（.doc、.xls、.wps、.et）；请用 WPS 或 Word 另存为 .docx 或 .xlsx 再载入，"
          + "或装上 LibreOffice 并加 --convert",
        "is a document of an older Office or WPS (.doc, .xls, .wps, .et); save it as .docx or .xlsx "
          + "and import that, or install LibreOffice and add --convert")
    case .openDocument:
      Phrase(
        "是 OpenDocument 文件（.odt、.ods）；请另存为 .docx 或 .xlsx 再载入，或装上 LibreOffice 并加 --convert",
        "is an OpenDocument file (.odt, .ods); save it as .docx or .xlsx and import that, or install "
          + "LibreOffice and add --convert")
    case .ofd:
      Phrase(
        "是 OFD 版式文件；请向来文单位索取 .docx，或在阅读器中选中表格、复制后粘贴载入",
        "is an OFD document; ask for the .docx, or copy the table in a reader and paste it")
    case .pdf:
      Phrase(
        "是 PDF 文件；请索取 .docx，或在阅读器中选中表格、复制后粘贴载入，或装上 pdftotext（poppler-utils）并加 --convert",
        "is a PDF document; ask for the .docx, or copy the table in a reader and paste it, or install "
          + "pdftotext (poppler-utils) and add --convert")
    case .picture:
      Phrase(
        "是图片，图片里的文字读不了；请索取原文件", "is a picture, in which nothing is read; ask for the document")
    case .richText:
      Phrase(
        "是 RTF 文件；请另存为 .docx 再载入，或装上 LibreOffice 并加 --convert",
        "is an RTF document; save it as .docx and import that, or install LibreOffice and add --convert"
      )
    case .utf16:
      Phrase(
        "是 UTF-16 文本；请另存为 UTF-8 或 GB18030 再载入",
        "is text in UTF-16; save it as UTF-8 or GB18030 and import that")
    case .noise: Phrase("不是能读的文件", "is no document that can be read")
    case .otherArchive:
      Phrase(
        "是压缩包，里面没有 Word 或 Excel 文档的内容；请解压后载入其中的文件",
        "is an archive without a Word or Excel document; unpack it and import the file in it")
    case .encrypted:
      Phrase("已加密；请去掉密码再载入", "is encrypted; remove the password and import it again")
    case .brokenArchive:
      Phrase("已损坏，打不开；请重新索取", "is damaged and cannot be opened; ask for it again")
    case .brokenXML:
      Phrase(
        "里面的 XML 已损坏；请用 WPS 或 Word 打开后另存一次", "has damaged XML in it; open and save it once more")
    case .brokenPage: Phrase("不是能读的网页", "is no page that can be read")
    case .doctype:
      Phrase(
        "里面有办公文档不会有的文档类型声明，没有读",
        "has a document type declaration, which no office document has, and was not read")
    case .nul: Phrase("里面的文字含零字节，没有读", "has zero bytes in its text and was not read")
    case .tooLarge:
      Phrase(
        "解开后太大，没有读；请只载入附件表格",
        "is too large when unpacked and was not read; import the annexes alone")
    case .tooManyCells:
      Phrase("表格太大，没有读；请只载入附件表格", "has too many cells and was not read; import the annexes alone")
    case .tooManyLines:
      Phrase(
        "行数太多，没有读；请只载入通报和附件",
        "has too many lines and was not read; import the notice and its annexes alone")
    case .tooDeep: Phrase("层次太深，没有读", "is nested too deeply and was not read")
    case .noContent:
      Phrase("缺少正文部分，没有读", "lacks the part with its content and was not read")
    case .onlyPictures:
      Phrase(
        "里面只有图片，没有文字；请索取原文件，或粘贴表格",
        "holds only pictures and no text; ask for the original, or paste the table")
    case .noConverter:
      Phrase(
        "需要 census-convert 才能读，但程序旁边没有它；请重新安装（或用 swift build 一并构建），或粘贴表格",
        "needs census-convert, which is not beside the program; install the programs anew (or build it "
          + "with swift build), or paste the table")
    case .noLibreOffice:
      Phrase(
        "要由 LibreOffice 转换，但 PATH 上没有 soffice；请安装 LibreOffice，或另存为 .docx、.xlsx 再载入",
        "is to be saved by LibreOffice, and there is no soffice on the PATH; install LibreOffice, or "
          + "save it as .docx or .xlsx and import that")
    case .notSaved:
      Phrase(
        "LibreOffice 没能转换；请用 WPS 或 Word 另存为 .docx 或 .xlsx 再载入",
        "could not be saved by LibreOffice; save it as .docx or .xlsx and import that")
    case .noPDFToText:
      Phrase(
        "是 PDF 文件，要由 pdftotext 读出，但 PATH 上没有它；请安装 poppler-utils，或索取 .docx，或复制表格后粘贴载入",
        "is a PDF document to be read by pdftotext, which is not on the PATH; install poppler-utils, "
          + "ask for the .docx, or copy the table and paste it")
    case .notPlaced:
      Phrase(
        "是 PDF 文件，pdftotext 没能读出：可能已加密、损坏或不许复制；请索取 .docx，或复制表格后粘贴载入",
        "is a PDF document that pdftotext did not read, perhaps encrypted, damaged or closed to "
          + "copying; ask for the .docx, or copy the table and paste it")
    case .tooLong:
      Phrase(
        "读取时间过长，已停止；请只载入附件表格", "took too long to read and was stopped; import the annexes alone")
    case .stopped:
      Phrase(
        "读取时超出限制，已停止；请只载入附件表格",
        "went beyond the limits of reading and was stopped; import the annexes alone")
    }
  }
}
