/// A rule across, with the title of what follows near its left end.
package struct Rule {
  package var title: StyledText

  package init(_ title: StyledText = "") {
    self.title = title
  }

  package func draw(in rect: Rect, on grid: inout Grid) {
    let line = rect.row(0)
    grid.fill(line, with: grid.alphabet.horizontal, .muted)
    let width = min(title.width(in: grid.alphabet), line.width - 4)
    guard width > 0, !title.plain.isEmpty else { return }
    let place = Rect(x: line.x + 1, y: line.y, width: width + 2, height: 1)
    grid.fill(place)
    grid.write(title, at: Point(x: place.x + 1, y: line.y), fitting: width, clip: line)
  }
}
