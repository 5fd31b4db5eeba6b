import TerminalKit
import Testing

struct MouseTests {
  @Test func aSecondClickAtOnePlaceWithinTheTimeIsADoubleOne() {
    let (here, there) = (Point(x: 3, y: 4), Point(x: 4, y: 4))
    var clicks = ClickCounter()
    let kinds = [
      (here, 1000), (here, 1400), (here, 1500), (here, 1901), (there, 1950), (there, 1950),
      (there, 1960),
    ].map { (point, moment) in
      let mouse = clicks.press(at: point, milliseconds: Int64(moment))
      #expect(mouse.point == point)
      return mouse.kind
    }
    #expect(
      kinds == [.click, .doubleClick, .click, .click, .click, .doubleClick, .click])
  }

  @Test func theUppermostAnswersAClick() {
    var grid = Grid(size: Size(columns: 10, rows: 2))
    grid.add(.crumb(0), in: Rect(x: 0, y: 0, width: 10, height: 1))
    grid.add(.key(.enter), in: Rect(x: 4, y: 0, width: 20, height: 1))
    #expect(grid.touch(at: Point(x: 3, y: 0)) == .crumb(0))
    #expect(grid.touch(at: Point(x: 4, y: 0)) == .key(.enter))
    #expect(grid.touch(at: Point(x: 9, y: 0)) == .key(.enter))
    #expect(grid.touch(at: Point(x: 4, y: 1)) == nil)
    #expect(grid.touch(at: Point(x: 10, y: 0)) == nil)
  }
}
