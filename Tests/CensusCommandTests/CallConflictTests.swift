import CensusCommand
import CensusCore
import Testing

/// Promises and liaisons of one day, recorded by two people who did not know of each other.
struct CallConflictTests {
  private func joined(_ mine: String, _ theirs: String, drawn: Int) throws -> Desk {
    let (desk, other) = (try Desk(), try Desk())
    other.environment["CENSUS_ACTOR"] = "desk-3"
    (desk.drawn, other.drawn) = (drawn, 5000 - drawn)
    try desk.does(mine)
    try other.does(theirs)
    try desk.take(from: other)
    return desk
  }

  @Test(arguments: [0, 100, 200])
  func promisesOfOneDay(drawn: Int) throws {
    let desk = try joined(
      "chase 昆明 --promised 2018-10-24 --on 2018-10-18",
      "chase 昆明 --promised 2018-10-22 --on 2018-10-18", drawn: drawn)
    #expect(try desk.json("overview")["conflicts"] == 1)
    let unit = { try desk.json("units", "--where", "unit=昆明").rows.first }
    // The earlier promise binds more.
    #expect(try unit()?["next"]?["on"] == "2018-10-22")
    #expect(try unit()?["chases"] == 2)
    #expect(try desk.run("check", "--lang", "zh").answer.contains("2条承诺日期相互矛盾"))
    let rows = try desk.json("history", "--type", "chase").rows
    let later = try #require(
      rows.first { $0["summary"]?.string?.contains("2018-10-24") == true }?["id"]?.string)
    try desk.does("resolve --keep \(later)")
    #expect(try desk.json("overview")["conflicts"] == 0)
    #expect(try unit()?["next"]?["on"] == "2018-10-24")
  }

  @Test func aLaterCallOvertakesBoth() throws {
    let desk = try joined(
      "chase 昆明 --promised 2018-10-24 --on 2018-10-17",
      "chase 昆明 --promised 2018-10-22 --on 2018-10-17", drawn: 0)
    try desk.does("chase 昆明 --promised 2018-10-25 --on 2018-10-18")
    #expect(try desk.json("overview")["conflicts"] == 0)
    // Whoever knew of the first promise corrects it.
    let alone = try Desk()
    try alone.does("chase 昆明 --promised 2018-10-24 --on 2018-10-18")
    try alone.does("chase 昆明 --promised 2018-10-22 --on 2018-10-18 --by desk-3")
    #expect(try alone.json("overview")["conflicts"] == 0)
  }

  @Test(arguments: [0, 100, 200])
  func liaisonsOfOneDay(drawn: Int) throws {
    let desk = try joined(
      "contact 昆明 --name 张三 --on 2018-10-18", "contact 昆明 --name 李四 --on 2018-10-18",
      drawn: drawn)
    #expect(try desk.json("overview")["conflicts"] == 1)
    #expect(try desk.run("check", "--lang", "zh").answer.contains("2条联络员相互矛盾"))
    let rows = try desk.json("history", "--type", "contact").rows
    let kept = try #require(
      rows.first { $0["summary"]?.string?.contains("李四") == true }?["id"]?.string)
    try desk.does("resolve --keep \(kept)")
    #expect(try desk.json("overview")["conflicts"] == 0)
    #expect(try desk.run("show", "昆明").answer.contains("李四"))
  }
}
