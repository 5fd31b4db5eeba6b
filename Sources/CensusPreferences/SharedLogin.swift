/// Whether a login says too little about who records: none at all, or one that several people use.
package func isSharedLogin(_ login: String?) -> Bool {
  guard let login, !login.isEmpty else { return true }
  return sharedLogins.contains(login.lowercased())
}

private let sharedLogins: Set<String> = [
  "root", "admin", "administrator", "office", "public", "shared", "user", "guest",
]
