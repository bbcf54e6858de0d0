/// What came of a request.
public struct HTTPStatus: Hashable, Sendable {
  /// The number, 100 to 599.
  public let code: Int

  /// The status with a number.
  public init(_ code: Int) {
    self.code = code
  }

  /// 200.
  public static let ok = HTTPStatus(200)
  /// 206: part of the resource, as asked.
  public static let partialContent = HTTPStatus(206)
  /// 304: the client has it already.
  public static let notModified = HTTPStatus(304)
  /// 400.
  public static let badRequest = HTTPStatus(400)
  /// 401.
  public static let unauthorized = HTTPStatus(401)
  /// 404.
  public static let notFound = HTTPStatus(404)
  /// 405.
  public static let methodNotAllowed = HTTPStatus(405)
  /// 406.
  public static let notAcceptable = HTTPStatus(406)
  /// 413.
  public static let contentTooLarge = HTTPStatus(413)
  /// 416: the resource has no such part.
  public static let rangeNotSatisfiable = HTTPStatus(416)
  /// 431.
  public static let headersTooLarge = HTTPStatus(431)
  /// 500.
  public static let internalServerError = HTTPStatus(500)
  /// 501.
  public static let notImplemented = HTTPStatus(501)

  /// Whether the request did what it should: 200 to 299.
  public var isSuccess: Bool { (200..<300).contains(code) }

  /// The phrase that goes with the number.
  var reason: String {
    switch code {
    case 100: "Continue"
    case 200: "OK"
    case 206: "Partial Content"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 413: "Content Too Large"
    case 416: "Range Not Satisfiable"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    default: ""
    }
  }
}

extension HTTPStatus: CustomStringConvertible {
  /// The number and its phrase.
  public var description: String { reason.isEmpty ? "\(code)" : "\(code) \(reason)" }
}
