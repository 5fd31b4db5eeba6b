/// How pages look, on a screen and on A4.
///
/// A colour never says anything alone: what is bad is bold as well, what asks for care is underlined.
let pageStyles: StaticString = """
  * { box-sizing: border-box; }
  body { margin: 0; background: #fff; color: #1b2430; line-height: 1.6; font-size: 15px;
    font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
  main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; }
  h1 { font-size: 1.7rem; line-height: 1.35; margin: 0 0 .4rem; }
  h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid #1f4e8c; }
  h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
  p { margin: .4rem 0; }
  .date, .remark, .note, footer, .quiet { color: #5a6675; }
  .remark, .note { font-size: .9rem; }
  .lead { font-size: 1.08rem; line-height: 1.85; margin: 1rem 0; padding: .8rem 1rem;
    background: #f4f6f9; border-left: 4px solid #1f4e8c; }
  .wide { overflow-x: auto; margin: .5rem 0; }
  table { border-collapse: collapse; width: 100%; font-size: .88rem; }
  caption { text-align: left; color: #5a6675; font-size: .85rem; padding: .2rem 0; }
  th, td { padding: .28rem .5rem; border-bottom: 1px solid #cfd6de; vertical-align: top; text-align: left; }
  thead th { background: #f4f6f9; border-bottom: 2px solid #cfd6de; }
  tbody th, tfoot th { font-weight: inherit; }
  tfoot th, tfoot td { font-weight: 700; border-top: 2px solid #1b2430; }
  .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .s { white-space: nowrap; }
  strong { font-weight: 700; }
  em { font-style: normal; }
  .bad { color: #b3261e; }
  .caution { color: #8a5300; border-bottom: 1px dotted #8a5300; }
  .good { color: #1d6b3c; }
  .accent { color: #1f4e8c; }
  dl.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: .6rem; margin: 1rem 0; }
  dl.figures div { border: 1px solid #cfd6de; border-top: 3px solid #1f4e8c; padding: .5rem .7rem; }
  dl.figures div.alarm { border-top-color: #b3261e; }
  dl.figures dt { color: #5a6675; font-size: .85rem; }
  dl.figures dd { margin: 0; }
  dl.figures dd.value { font-size: 1.7rem; line-height: 1.25; font-weight: 700; font-variant-numeric: tabular-nums; }
  dl.figures dd.beside { font-size: .8rem; color: #5a6675; }
  dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; font-size: .92rem; }
  dl.facts dt { color: #5a6675; }
  dl.facts dd { margin: 0; }
  figure { margin: .8rem 0; }
  figcaption { font-size: .85rem; color: #5a6675; }
  svg { display: block; width: 100%; height: auto; }
  img { display: block; max-width: 100%; height: auto; }
  svg text { font-family: inherit; fill: #1b2430; }
  footer { margin-top: 2.2rem; padding-top: .6rem; border-top: 1px solid #cfd6de; font-size: .85rem; }
  @media (max-width: 40rem) { dl.figures { grid-template-columns: repeat(2, 1fr); } }
  @page { size: A4; margin: 16mm 15mm; }
  @media print {
    body { font-size: 10.5pt; line-height: 1.5; }
    main { max-width: none; padding: 0; }
    h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 14pt; }
    h2, h3, caption { break-after: avoid; }
    figure, tr, .lead, dl.figures div { break-inside: avoid; }
    thead { display: table-header-group; } tfoot { display: table-row-group; }
    .wide { overflow: visible; }
    table { font-size: 8.5pt; }
    th, td { padding: 2pt 4pt; }
  }

  """
