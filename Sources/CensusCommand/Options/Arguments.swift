public import ArgumentParser
public import CensusCore

// Words of the field that options take as they are spelled in files and in JSON.

extension Language: ExpressibleByArgument {}
extension Headline: ExpressibleByArgument {}
extension Submission: ExpressibleByArgument {}
extension Signature: ExpressibleByArgument {}
extension Receipt.Channel: ExpressibleByArgument {}
extension Note.Kind: ExpressibleByArgument {}
extension Chase.Channel: ExpressibleByArgument {}
extension Recheck.Reason: ExpressibleByArgument {}
extension Accountability.Stage: ExpressibleByArgument {}
extension Accountability.Measure: ExpressibleByArgument {}
extension Availability.Status: ExpressibleByArgument {}
extension Correct.Field: ExpressibleByArgument {}
