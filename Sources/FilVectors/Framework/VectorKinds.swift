/// All kinds of vectors that this library can run.
public enum VectorKinds {
  /// The kinds, sorted by name.
  public static let all: [any VectorKind] = [
    ActorsVectors(),
    AddressVectors(),
    AMTVectors(),
    BitFieldVectors(),
    BLS12381Vectors(),
    CARVectors(),
    ChainVectors(),
    ConsensusVectors(),
    CryptoVectors(),
    GasVectors(),
    HAMTVectors(),
    IPLDVectors(),
    KAMTVectors(),
    LotusDevnetVectors(),
    NetVectors(),
    ProofsVectors(),
    SerializationVectors(),
    UnixFSVectors(),
  ]

  /// The kind with this name.
  public static func named(_ name: String) -> (any VectorKind)? {
    all.first { $0.name == name }
  }
}
