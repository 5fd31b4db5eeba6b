import Glibc

extension FileError.Reason {
  /// What a number of the system means.
  public init(code: Int32) {
    self =

      switch code {
      case ENOENT: .missing
      case EEXIST: .exists
      case EISDIR, ENXIO: .notAFile
      case ENOTDIR: .notAFolder
      case EXDEV, ELOOP: .outside
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .noSpace
      case EFBIG: .fileTooBig
      case EIO, EREMOTEIO, EUCLEAN, EBADMSG: .inputOutput
      case EMFILE, ENFILE: .tooManyFiles
      case ENAMETOOLONG: .nameTooLong
      case EBUSY, ETXTBSY, EAGAIN, EDEADLK, ENOLCK: .busy
      case ESTALE, ENODEV, ENOTCONN, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ECONNRESET,
        ESHUTDOWN:
        .disconnected
      case ENOMEM, ENOBUFS: .noMemory
      case EINVAL, EOPNOTSUPP, ENOSYS, EMLINK: .notOffered
      case EBADF: .closed
      default: .system(code: code)
      }
  }
}
