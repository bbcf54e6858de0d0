package import CFilKernels
public import FilCrypto

/// The Poseidon hash over the scalar field of BLS12-381 with Filecoin's constants.
public struct Poseidon: Sendable {
  /// What the permutation is made of.
  public let constants: PoseidonConstants

  /// The first element of the state: it separates the uses of one permutation.
  public let domainTag: Fr

  /// A hash that uses `constants` under the tag of Merkle trees, or under another one.
  ///
  /// - Parameters:
  ///   - constants: Those of the arity wanted.
  ///   - domainTag: `nil` for that of Merkle trees, 2^arity - 1.
  public init(constants: PoseidonConstants, domainTag: Fr? = nil) {
    self.constants = constants
    self.domainTag = domainTag ?? Fr((1 << UInt64(constants.arity.rawValue)) - 1)
  }

  /// The hash of two elements in Merkle trees and commitments.
  public static let arity2 = Poseidon(constants: PoseidonConstants(arity: .two))
  /// The hash of four elements in Merkle trees.
  public static let arity4 = Poseidon(constants: PoseidonConstants(arity: .four))
  /// The hash of eight elements in Merkle trees.
  public static let arity8 = Poseidon(constants: PoseidonConstants(arity: .eight))
  /// The hash of eleven elements, the columns of large sectors.
  public static let arity11 = Poseidon(constants: PoseidonConstants(arity: .eleven))
  /// The hash of sixteen elements.
  public static let arity16 = Poseidon(constants: PoseidonConstants(arity: .sixteen))
  /// The hash of twenty-four elements.
  public static let arity24 = Poseidon(constants: PoseidonConstants(arity: .twentyFour))
  /// The hash of thirty-six elements, which ``hashList(_:)`` chains.
  public static let arity36 = Poseidon(constants: PoseidonConstants(arity: .thirtySix))
  /// The hash of two elements that update proofs draw their randomness from.
  public static let updateRandomness = Poseidon(constants: arity2.constants, domainTag: Fr(1 << 40))

  /// The shared instance for Merkle trees of an arity.
  public static func merkle(_ arity: PoseidonArity) -> Poseidon {
    switch arity {
    case .two: arity2
    case .four: arity4
    case .eight: arity8
    case .eleven: arity11
    case .sixteen: arity16
    case .twentyFour: arity24
    case .thirtySix: arity36
    }
  }

  /// How many elements ``hash(_:)`` takes.
  public var arity: Int { constants.arity.rawValue }

  /// The digest of exactly ``arity`` elements.
  public func hash(_ preimage: [Fr]) -> Fr {
    precondition(preimage.count == arity, "Poseidon of arity \(arity) does not take \(preimage.count) elements")
    var state = [domainTag.words.0, domainTag.words.1, domainTag.words.2, domainTag.words.3] + preimage.words
    withInstance { fil_poseidon_permute($0, &state) }
    return Fr(words: state, at: 1)
  }

  /// The digest of a list of any length: hashes of 36 elements, of which all but the first start with the digest so
  /// far; missing elements are zero.
  public static func hashList(_ elements: [Fr]) -> Fr {
    guard var digest = elements.first else { return arity36.hash(Array(repeating: .zero, count: 36)) }
    var rest = elements.dropFirst()
    repeat {
      let group = Array(rest.prefix(35))
      digest = arity36.hash([digest] + group + Array(repeating: .zero, count: 35 - group.count))
      rest = rest.dropFirst(35)
    } while !rest.isEmpty
    return digest
  }

  /// Calls `body` with the instance as the kernel reads it.
  package func withInstance<R>(_ body: (UnsafePointer<fil_poseidon>) -> R) -> R {
    constants.words.withUnsafeBufferPointer { words in
      constants.laneWords.withUnsafeBufferPointer { lanes in
        var instance = fil_poseidon(
          width: constants.arity.width, full_rounds: constants.arity.fullRounds,
          partial_rounds: constants.arity.partialRounds, tag: domainTag.words,
          constants: words.baseAddress, lanes: lanes.baseAddress)
        return body(&instance)
      }
    }
  }
}
