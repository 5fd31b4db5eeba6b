package import ArgumentParser
internal import CensusCore
internal import CensusLists
internal import CensusReports
internal import CensusStore
internal import CensusViews

package struct ViewCommand: WorldCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "view",
      abstract: Phrase(
        "按名称打开本人保存的列表；不写名称则列出全部。",
        "A list under a name that you gave it; without a name, all of them."),
      discussion: Phrase(
        """
        名称连同筛选、排序和字段写在本人配置文件的 views 中（census-tui --print-config 显示配置文件的写法）：

          "views": {
            "逾期未报": {
              "list": "units", "where": ["submission=未报"], "overdue": true,
              "sort": "daysLeft", "columns": ["unit", "due", "daysLeft", "chases"]
            }
          }

        另行给出的筛选与其合用，另行给出的 --sort 和 --columns 取而代之。

        示例：census view 逾期未报 --format csv
        """,
        """
        Name, filter, order and fields stand in your configuration under views (census-tui \
        --print-config shows how a configuration is written):

          "views": {
            "late": {
              "list": "units", "where": ["submission=outstanding"], "overdue": true,
              "sort": "daysLeft", "columns": ["unit", "due", "daysLeft", "chases"]
            }
          }

        Further filters narrow it; --sort and --columns take the place of its own.

        Example: census view late --format csv
        """))
  }

  @Argument(
    help: ArgumentHelp(Phrase("列表的名称。", "The name."), valueName: Phrase("名称", "name")),
    completion: .store(.views))
  package var name: String?

  @OptionGroup(title: "Filters") package var filters: FilterOptions
  @OptionGroup(title: "Answer") package var answer: AnswerOptions
  @OptionGroup(title: "Common options") package var common: CommonOptions

  package init() {}

  package func run(in world: inout World) throws(CommandError) -> Verdict {
    let session = try Session(common, in: &world)
    let (views, faults, path): ([NamedView], [ViewFault], String)
    do throws(PersonalConfig.Failure) {
      (views, faults, path) = try PersonalConfig.views(world.environment, open: world.openFolder)
    } catch {
      throw .views(error)
    }
    for fault in faults {
      let what = fault.what
      world.warn(
        Phrase(
          "\(path) 第\(fault.line)行：\(what.chinese)。",
          "\(path), line \(fault.line): \(what.english)."))
    }
    guard let name else {
      let roll = try filters.applied(to: viewsRoll(views, path), session)
      answer.write(roll, common, session, in: &world)
      return .good
    }
    let key = searchKey(name)
    guard let view = views.first(where: { searchKey($0.name) == key }) else {
      throw .unknownView(name, known: views.map(\.name), path: path)
    }
    return try view.list.write(filters.joined(to: view), answer, common, in: &world)
  }

  /// The views there are.
  private func viewsRoll(_ views: [NamedView], _ path: String) -> Roll<NamedView> {
    Roll(
      fields: [
        Field("name", Phrase("名称", "Name")) { .text($0.name) },
        Field(
          "list", Phrase("列表", "List"), text: { $0.list.title[$1] },
          value: { .text($0.list.rawValue) }),
        Field("call", Phrase("命令", "Command")) { .text("census " + $0.call) },
      ], rows: views, naming: "name", searched: { [$0.name, $0.call] },
      empty: Phrase(
        "还没有保存的列表；写法见 census view --help，配置文件为 \(path)。",
        "No list has a name yet; census view --help shows how, in \(path)."))
  }
}

extension FilterOptions {
  /// The wishes of a view, and these besides.
  fileprivate func joined(to view: NamedView) -> FilterOptions {
    var all = self
    all.conditions = view.conditions.map { "\($0.field)=\($0.value)" } + conditions
    all.overdue = overdue || view.isOverdue
    all.search = view.search + search
    if sort == nil {
      all.sort = view.sort
      all.reverse = view.isReversed != reverse
    }
    if columns == nil, !view.columns.isEmpty { all.columns = view.columns.joined(separator: ",") }
    return all
  }
}
