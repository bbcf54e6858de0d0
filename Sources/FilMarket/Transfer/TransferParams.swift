internal import FilCore
internal import Foundation

/// What a transfer by HTTP needs: where the data is, and the header fields to ask with.
public struct TransferParams: Hashable, Sendable {
  /// The longest JSON that is read, in bytes.
  public static let maxBytes = 16 << 10
  /// The most header fields that are read.
  public static let maxHeaders = 32

  /// Where the data is.
  public var url: String
  /// The header fields to ask with, by their names.
  public var headers: [String: String]

  /// Parameters.
  ///
  /// - Parameters:
  ///   - url: Where the data is.
  ///   - headers: The header fields to ask with.
  public init(url: String, headers: [String: String] = [:]) {
    self.url = url
    self.headers = headers
  }

  /// The fields of the JSON.
  private struct Form: Decodable {
    let url: String
    let headers: [String: String]?

    enum CodingKeys: String, CodingKey {
      case url = "URL"
      case headers = "Headers"
    }
  }

  /// Reads the JSON of ``DealTransfer/params``; unknown fields are ignored.
  ///
  /// - Throws: ``TransferError``: `invalidParameters`.
  public init(json: [UInt8]) throws(TransferError) {
    guard json.count <= TransferParams.maxBytes else {
      throw TransferError(.invalidParameters, "\(json.count) bytes of parameters")
    }
    let form: Form
    do {
      form = try JSONDecoder().decode(Form.self, from: Data(json))
    } catch {
      throw TransferError(.invalidParameters, "no JSON with URL and Headers", cause: error)
    }
    guard form.headers?.count ?? 0 <= TransferParams.maxHeaders else {
      throw TransferError(.invalidParameters, "more than \(TransferParams.maxHeaders) header fields")
    }
    self.init(url: form.url, headers: form.headers ?? [:])
  }

  /// The JSON: the URL, then the headers sorted by name.
  public var json: [UInt8] {
    let fields = headers.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ($0.key, JSONText.string($0.value)) }
    return Array(JSONText.object([("URL", .string(url)), ("Headers", .object(fields))]).compact.utf8)
  }
}
