internal import ArgumentParser
internal import CensusLists

extension LetterForm: ExpressibleByArgument {}
extension LetterKind: ExpressibleByArgument {}
