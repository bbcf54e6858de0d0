internal import FilCore

extension DrandChain {
  /// The network that gave mainnet's first epochs their randomness.
  public static let incentinet = DrandChain(
    chainedKey: "8cad0c72c606ab27d36ee06de1d5b2db1faf92e447025ca37575ab3a8aac2eaae83192f846fc9e158bc738423753d000",
    genesisTime: 1_595_873_820, period: 30)

  /// The chained network of the League of Entropy.
  public static let mainnet = DrandChain(
    chainedKey: "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
    genesisTime: 1_595_431_050, period: 30)

  /// The chained test network.
  public static let testnet = DrandChain(
    chainedKey: "922a2e93828ff83345bae533f5172669a26c02dc76d6bf59c80892e12ab1455c229211886f35bb56af6d5bea981024df",
    genesisTime: 1_590_445_175, period: 25)

  /// The unchained network of the League of Entropy, with a round every three seconds: the beacon of all networks now.
  public static let quicknet = DrandChain(
    unchainedKey: "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
      + "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
    genesisTime: 1_692_803_367, period: 3)

  private init(chainedKey: String, genesisTime: UInt64, period: UInt64) {
    self.init(key: chainedKey, .chained, genesisTime, period)
  }

  private init(unchainedKey: String, genesisTime: UInt64, period: UInt64) {
    self.init(key: unchainedKey, .unchainedG1, genesisTime, period)
  }

  /// From a key that is known to be good.
  private init(key: String, _ scheme: DrandScheme, _ genesisTime: UInt64, _ period: UInt64) {
    guard let bytes = [UInt8](hex: key), let publicKey = try? DrandKey(bytes, scheme: scheme) else {
      preconditionFailure("a key of the public networks")
    }
    self.init(publicKey: publicKey, genesisTime: genesisTime, period: period)
  }
}
